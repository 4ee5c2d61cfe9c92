/** Feedback in D1: migrations/0003_feedback.sql. */
import type { Comment, FeedbackStore, JudgedText, MissedSearch, Share, Vote } from '../support/feedback-store';

const DAY_MILLISECONDS = 86_400_000;

const TAKE_SHARE = `INSERT INTO daily_shares (day, subject, count) VALUES (?1, ?2, 1)
  ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`;

/** True in the same transaction while the day's share lasts. */
const HAS_ROOM = '(SELECT count FROM daily_shares WHERE day = ?1 AND subject = ?2) <= ?3';

const COUNT_VOTE = `INSERT INTO feedback_counts (article, locale, revision, answer, count, last_at)
  SELECT ?4, ?5, ?6, ?7, 1, ?8 WHERE ${HAS_ROOM}
  ON CONFLICT DO UPDATE SET count = count + 1, last_at = excluded.last_at`;

const KEEP_COMMENT = `INSERT INTO feedback_comments (article, locale, revision, reason, comment, created_at)
  SELECT ?4, ?5, ?6, ?7, ?8, ?9 WHERE ${HAS_ROOM}`;

const COUNT_SEARCH = `INSERT INTO missed_searches (locale, words, count, last_at)
  SELECT ?4, ?5, 1, ?6 WHERE ${HAS_ROOM}
  ON CONFLICT DO UPDATE SET count = count + 1, last_at = excluded.last_at`;

/** Every step is one batch, which D1 runs as one transaction. */
export function createD1Feedback(database: D1Database): FeedbackStore {
  /** Takes one of the day's share, and writes while there is room. */
  async function write(subject: string, share: Share, query: string, values: readonly (string | number | null)[]) {
    const day = Math.floor(share.now / DAY_MILLISECONDS);
    const [taken] = await database.batch<{ count: number }>([
      database.prepare(TAKE_SHARE).bind(day, subject),
      database.prepare(query).bind(day, subject, share.perDay, ...values),
    ]);
    return (taken?.results[0]?.count ?? 0) <= share.perDay;
  }
  return {
    countVote: (vote: Vote, share) =>
      write(subjectOf('votes', vote), share, COUNT_VOTE, [...textOf(vote), vote.answer, share.now]),
    keepComment: (said: Comment, share) =>
      write(subjectOf('comments', said), share, KEEP_COMMENT, [
        ...textOf(said),
        said.reason ?? null,
        said.comment,
        share.now,
      ]),
    countMissedSearch: ({ locale, words }: MissedSearch, share) =>
      write(`searches|${locale}`, share, COUNT_SEARCH, [locale, words, share.now]),
    async eraseOlderThan({ comments, searches, shares }) {
      const [oldComments, oldSearches] = await database.batch([
        database.prepare('DELETE FROM feedback_comments WHERE created_at < ? RETURNING 1').bind(comments),
        database.prepare('DELETE FROM missed_searches WHERE last_at < ? RETURNING 1').bind(searches),
        database.prepare('DELETE FROM daily_shares WHERE day < ?').bind(Math.floor(shares / DAY_MILLISECONDS)),
      ]);
      return (oldComments?.results.length ?? 0) + (oldSearches?.results.length ?? 0);
    },
  };
}

function subjectOf(kind: string, { article, locale }: JudgedText): string {
  return `${kind}|${locale}|${article}`;
}

function textOf({ article, locale, revision }: JudgedText): readonly string[] {
  return [article, locale, revision];
}

/**
 * `npm run feedback`: which articles and translations do not help, worst first; why, in readers' words; and what was
 * searched for in vain.
 *
 *   -- --remote   of the deployed site; without it, of this machine's
 */
import { parseArgs } from 'node:util';
import { type FeedbackRows, reportFeedback } from './feedback/feedback-report';
import { askDatabase } from './local/ask-database';

/** Words that fewer visitors searched for are not shown: they may be one person's own. */
const SEARCHES_MIN = 3;

const queries = {
  counts: 'SELECT article, locale, revision, answer, count, last_at FROM feedback_counts',
  comments:
    'SELECT article, locale, reason, comment, created_at FROM feedback_comments ORDER BY created_at DESC LIMIT 50',
  searches: `SELECT locale, words, count FROM missed_searches WHERE count >= ${SEARCHES_MIN} ORDER BY count DESC LIMIT 50`,
} satisfies Record<keyof FeedbackRows, string>;

async function readRows(isRemote: boolean): Promise<FeedbackRows> {
  const answers = await askDatabase(Object.values(queries).join(';'), isRemote);
  const rows = Object.keys(queries).map((name, index) => [name, answers[index] ?? []]);
  return Object.fromEntries(rows) as FeedbackRows;
}

const { values } = parseArgs({ options: { remote: { type: 'boolean', default: false } } });
console.log(reportFeedback(await readRows(values.remote)));

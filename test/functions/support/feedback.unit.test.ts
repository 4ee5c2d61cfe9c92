/** Feedback over the real tables, in Node's SQLite. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createD1Feedback } from '../../../functions/bindings/d1-feedback';
import type { OperatorEvent } from '../../../functions/events';
import { countSearch } from '../../../functions/support/count-search';
import { eraseFeedback } from '../../../functions/support/erase-feedback';
import { type Feedback, giveFeedback } from '../../../functions/support/feedback';
import { feedbackLimits } from '../../../src/shared/feedback';
import { searchLimits } from '../../../src/shared/missed-search';
import { createFakeD1 } from '../../fakes/d1';

const DAY = 86_400_000;
const article = 'logging-in/locked-out';
const vote: Feedback = { article, locale: 'ar', revision: 'ar-1a2b3c4d', comment: '', address: '203.0.113.9' };

let database: ReturnType<typeof createFakeD1>;
let events: OperatorEvent[];
let now: number;
let isAllowed: boolean;

beforeEach(() => {
  database = createFakeD1();
  events = [];
  now = 20_000 * DAY;
  isAllowed = true;
});

function dependencies(d1: D1Database = database.d1) {
  return {
    store: createD1Feedback(d1),
    burst: { allows: async () => isAllowed },
    clock: { now: () => now },
    report: (event: OperatorEvent) => void events.push(event),
  };
}

const give = (given: Partial<Feedback>, d1?: D1Database) => giveFeedback(dependencies(d1), { ...vote, ...given });
const rows = (table: string) => database.sqlite.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
const counts = () =>
  rows('feedback_counts').map(({ locale, revision, answer, count }) => [locale, revision, answer, count]);

describe('answers', () => {
  test('are counted by article, language and text', async () => {
    for (const helped of ['no', 'no', 'yes'] as const) await give({ helped });
    await give({ helped: 'no', locale: 'ja', revision: 'en-99999999' });
    expect(counts()).toEqual([
      ['ar', 'ar-1a2b3c4d', 'no', 2],
      ['ar', 'ar-1a2b3c4d', 'yes', 1],
      ['ja', 'en-99999999', 'no', 1],
    ]);
  });

  test('and reasons are counted apart, so that a "no" with a reason is one "no"', async () => {
    await give({ helped: 'no' });
    await give({ reason: 'translation' });
    expect(counts().map(([, , answer, count]) => [answer, count])).toEqual([
      ['no', 1],
      ['translation', 1],
    ]);
  });

  test('say nothing of who gave them', async () => {
    await give({ helped: 'no' });
    await give({ reason: 'wrong', comment: 'Step two is gone, says maya@example.com' });
    const stored = JSON.stringify(['feedback_counts', 'feedback_comments', 'daily_shares'].map(rows));
    expect(stored).not.toContain('203.0.113');
    expect(stored).not.toContain('example.com');
  });

  test('beyond a day’s share are thanked for, not counted, and told to the operator; the next day has its own share', async () => {
    for (let count = 0; count < feedbackLimits.VOTES_PER_DAY + 5; count += 1) {
      expect(await give({ helped: 'no' })).toEqual({ type: 'taken' });
    }
    expect(counts()[0]?.[3]).toBe(feedbackLimits.VOTES_PER_DAY);
    expect(events).toHaveLength(5);
    expect(events[0]).toEqual({ event: 'feedback.share-used', kind: 'votes', locale: 'ar' });
    now += DAY;
    await give({ helped: 'no' });
    expect(counts()[0]?.[3]).toBe(feedbackLimits.VOTES_PER_DAY + 1);
  });

  test('of an address that is too quick are refused', async () => {
    isAllowed = false;
    expect(await give({ helped: 'yes' })).toEqual({ type: 'burst' });
    expect(counts()).toEqual([]);
  });

  test('that cannot be written are never thanked for', async () => {
    const broken = { prepare: database.d1.prepare, batch: () => Promise.reject(new Error('D1 is away')) };
    expect(await give({ helped: 'yes' }, broken as unknown as D1Database)).toEqual({ type: 'unavailable' });
    expect(events).toEqual([{ event: 'part.failed', part: 'feedback-store', during: 'count-feedback' }]);
  });
});

describe('sentences', () => {
  test('are kept with the reason, trimmed', async () => {
    await give({ reason: 'unclear', comment: '  What is a device?\n' });
    expect(rows('feedback_comments')).toMatchObject([
      { article, reason: 'unclear', comment: 'What is a device?', created_at: now },
    ]);
  });

  test('that are too long are refused, and neither counted nor kept', async () => {
    const comment = 'あ'.repeat(feedbackLimits.COMMENT_MAX + 1);
    expect(await give({ reason: 'unclear', comment })).toEqual({ type: 'comment-too-long' });
    expect([...counts(), ...rows('feedback_comments')]).toEqual([]);
    expect(await give({ comment: '🙂'.repeat(feedbackLimits.COMMENT_MAX) })).toEqual({ type: 'taken' });
  });

  test('beyond a day’s share are not kept', async () => {
    for (let count = 0; count <= feedbackLimits.COMMENTS_PER_DAY; count += 1) await give({ comment: 'word' });
    expect(rows('feedback_comments')).toHaveLength(feedbackLimits.COMMENTS_PER_DAY);
    expect(events).toEqual([{ event: 'feedback.share-used', kind: 'comments', locale: 'ar' }]);
  });
});

describe('searches that found nothing', () => {
  const search = (query: string) => countSearch(dependencies(), { query, locale: 'en', address: null });

  test('are counted by their words', async () => {
    await search('Delete account');
    await search('delete ACCOUNT!');
    expect(rows('missed_searches')).toMatchObject([{ locale: 'en', words: 'delete account', count: 2 }]);
  });

  test('of which no word is left are not counted', async () => {
    await search('maya@example.com 482913');
    expect([...rows('missed_searches'), ...rows('daily_shares')]).toEqual([]);
  });

  test('beyond a day’s share take no more rows', async () => {
    database.sqlite.prepare('INSERT INTO daily_shares VALUES (20000, ?, ?)').run('searches|en', searchLimits.PER_DAY);
    await search('one more');
    expect(rows('missed_searches')).toEqual([]);
    expect(events).toEqual([{ event: 'feedback.share-used', kind: 'searches', locale: 'en' }]);
  });
});

describe('the broom', () => {
  const retentionDays = { feedback: 180, searches: 90 };

  test('erases sentences and words at the end of their retention, and leaves the counts', async () => {
    await give({ helped: 'no' });
    await give({ comment: 'word' });
    await countSearch(dependencies(), { query: 'word', locale: 'en', address: null });
    now += 90 * DAY;
    await eraseFeedback({ ...dependencies(), retentionDays });
    expect(rows('missed_searches')).toHaveLength(1);
    now += 1;
    await eraseFeedback({ ...dependencies(), retentionDays });
    expect(rows('missed_searches')).toHaveLength(0);
    expect(rows('feedback_comments')).toHaveLength(1);
    now += 90 * DAY;
    await eraseFeedback({ ...dependencies(), retentionDays });
    expect(rows('feedback_comments')).toHaveLength(0);
    expect(rows('daily_shares')).toHaveLength(0);
    expect(counts()).toHaveLength(1);
    expect(events).toEqual([
      { event: 'feedback.erased', erased: 1 },
      { event: 'feedback.erased', erased: 1 },
    ]);
  });
});

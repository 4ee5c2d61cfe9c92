import { expect, test } from 'vitest';
import { type FeedbackRows, reportFeedback } from '../../../scripts/feedback/feedback-report';

const none: FeedbackRows = { counts: [], comments: [], searches: [] };

function judged(article: string, locale: string, revision: string, answers: Readonly<Record<string, number>>) {
  return Object.entries(answers).map(([answer, count]) => ({ article, locale, revision, answer, count, last_at: 1 }));
}

const lines = (rows: Partial<FeedbackRows>) => reportFeedback({ ...none, ...rows }).split('\n');

test('the worst text comes first, by what is certain and not by what is likely', () => {
  const counts = [
    ...judged('a/good', 'en', 'en-00000001', { yes: 900, no: 100 }),
    ...judged('a/few', 'en', 'en-00000002', { yes: 3, no: 8 }),
    ...judged('a/many', 'en', 'en-00000003', { yes: 400, no: 600 }),
  ];
  expect(
    lines({ counts })
      .slice(1)
      .map((line) => line.split(' ')[0]),
  ).toEqual(['a/many', 'a/few', 'a/good']);
});

test('a translation that is surely worse than its English text comes before all others, and says so', () => {
  const counts = [
    ...judged('a/hard', 'en', 'en-00000001', { yes: 20, no: 180 }),
    ...judged('a/one', 'en', 'en-00000002', { yes: 190, no: 10 }),
    ...judged('a/one', 'es', 'es-00000003', { yes: 185, no: 15 }),
    ...judged('a/one', 'ar', 'ar-00000004', { yes: 60, no: 40, translation: 21, unclear: 3 }),
  ];
  const [, worst = '', second = ''] = lines({ counts });
  expect(worst).toMatch(/^a\/one +ar +ar-00000004 +60 +40 +31 % no +5 % no, better +translation 21, unclear 3$/);
  expect(second).toMatch(/^a\/hard/);
});

test('readers of another language who see the English text are counted apart', () => {
  const counts = [
    ...judged('a/one', 'en', 'en-00000001', { yes: 10, no: 2 }),
    ...judged('a/one', 'ja', 'en-00000001', { yes: 2, no: 10 }),
  ];
  expect(lines({ counts })[1]).toMatch(/^a\/one +ja +en-00000001/);
});

test('texts with few answers are only counted', () => {
  const counts = judged('a/new', 'en', 'en-00000001', { yes: 1, no: 5 });
  expect(lines({ counts })).toEqual(['No text has enough answers yet.', '', '1 more with fewer than 10 answers']);
});

test('what strangers wrote is one line, which a terminal cannot obey', () => {
  const comment = 'first\r\nsecond \u001b[2J \u202eend';
  const comments = [{ article: 'a/one', locale: 'en', reason: 'wrong', comment, created_at: 0 }];
  expect(lines({ comments }).slice(-2)).toEqual(['1970-01-01  en  a/one  (wrong)', '    first second [2J end']);
});

test('what was searched for in vain is listed with how often', () => {
  expect(lines({ searches: [{ locale: 'en', words: 'delete account', count: 12 }] }).slice(-2)).toEqual([
    'Searched for in vain',
    '   12  en  delete account',
  ]);
});

import { expect, test } from 'vitest';
import { checkArticles, checkMessages } from '../../scripts/check-translations';
import { sameAsEnglish } from '../../scripts/same-as-english';

test('every language of the site is complete', () => {
  expect(checkMessages(process.cwd())).toEqual([]);
});

test('every translated article is built as the English one', () => {
  expect(checkArticles(process.cwd())).toEqual([]);
});

test('a message may equal English only for a reason', () => {
  for (const { reason } of Object.values(sameAsEnglish)) expect(reason).toMatch(/\w+ \w+/);
});

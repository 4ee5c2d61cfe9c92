import { expect, test, vi } from 'vitest';
import type { Locale } from '../../../src/shared/locales';
import { momentInWords } from '../../../src/shared/moment';

const moment = Date.UTC(2026, 10, 22, 14, 5, 59);

test.each<[Locale, RegExp]>([
  ['en', /November 22, 2026.*2:05.*UTC/],
  ['es', /22 de noviembre de 2026.*14:05.*UTC/],
  ['ja', /2026年11月22日.*14:05.*UTC/],
  ['ar', /نوفمبر.*UTC/],
])('a moment is told in the words of %s, in UTC', (locale, words) => {
  expect(momentInWords(locale, moment)).toMatch(words);
});

test('a language whose months the platform does not know gets numbers, not English words', () => {
  vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);
  expect(momentInWords('ckb', moment)).toBe('2026-11-22 14:05 UTC');
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { gapLocales } from '../../../src/shared/intl-gaps';
import type { Locale } from '../../../src/shared/locales';
import { clockTime, dayInWords, momentInWords } from '../../../src/shared/moments';

afterEach(() => {
  vi.unstubAllEnvs();
});

const day = new Date('2026-11-20');
const moment = Date.UTC(2026, 10, 22, 14, 5, 59);
const plain = (text: string) => text.replace(/\s/g, ' ');

describe("a day is written in the reader's", () => {
  test.each<[Locale, string]>([
    ['en', 'November 20, 2026'],
    ['es', '20 de noviembre de 2026'],
    ['ja', '2026年11月20日'],
    ['ar', '20 نوفمبر 2026'],
    ['fa', '۲۹ آبان ۱۴۰۵'],
    ['fa-AF', '۲۹ عقرب ۱۴۰۵'],
    ['th', '20 พฤศจิกายน 2569'],
    ['ckb', '٢٠ی تشرینی دووەمی ٢٠٢٦'],
    ['ku', '20ê mijdara 2026an'],
    ['om', 'Sadaasa 20, 2026'],
    ['ps', '۱۴۰۵ لړم ۲۹'],
    ['ti', 'ሕዳር 20, 2026'],
  ])('calendar, digits and order: %s', (locale, text) => {
    expect(dayInWords(locale, day)).toBe(text);
  });
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('a day is the same day where the builder lives: %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(dayInWords('en', day)).toBe('November 20, 2026');
  expect(dayInWords('om', day)).toBe('Sadaasa 20, 2026');
});

test.each<[Locale, string]>([
  ['en', 'November 22, 2026 at 2:05 PM UTC'],
  ['es', '22 de noviembre de 2026 a las 14:05 UTC'],
  ['ja', '2026年11月22日 14:05 UTC'],
  ['ckb', '٢٢ی تشرینی دووەمی ٢٠٢٦ ٢:٠٥ د.ن UTC'],
  ['ku', '22ê mijdara 2026an 14:05 UTC'],
  ['om', 'Sadaasa 22, 2026 2:05 WB UTC tti'],
  ['ps', '۱۴۰۵ لیندۍ ۱ په ۱۴:۰۵ UTC'],
  ['ti', 'ሕዳር 22, 2026 ሰዓት 2:05 ድ.ቀ. UTC'],
])('a moment is told in the words of %s, in UTC: %s', (locale, words) => {
  expect(plain(momentInWords(locale, moment))).toBe(words);
});

test.each<[Locale, string]>([
  ['es', '22 de noviembre de 2026 a las 15:05 CET'],
  ['om', 'Sadaasa 22, 2026 3:05 WB GMT+1 tti'],
])('a moment at a place is told with its zone in %s: %s', (locale, words) => {
  expect(plain(momentInWords(locale, moment, 'Europe/Berlin'))).toBe(words);
});

test.each<[Locale, string]>([
  ['en', '3:05 PM GMT+1'],
  ['es', '15:05 CET'],
  ['ja', '15:05 GMT+1'],
  ['ckb', '٣:٠٥ د.ن (GMT+1)'],
  ['ku', '15:05 (GMT+1)'],
  ['om', '3:05 WB (GMT+1)'],
  ['ps', '۱۵:۰۵ (GMT+1)'],
  ['ti', '3:05 ድ.ቀ. (GMT+1)'],
])('a time is written as in %s, with its zone: %s', (locale, written) => {
  expect(plain(clockTime(locale, moment, 'Europe/Berlin'))).toBe(written);
});

describe.each(gapLocales)('%s, which workerd does not speak,', (locale) => {
  const hours = Array.from({ length: 400 }, (_, step) => Date.UTC(2026, 0, 1) + step * 23 * 3_600_000);

  test('is written as Node writes it on every day of a year and at every hour, but for the era', () => {
    const clock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
    const words = { ...clock, year: 'numeric', month: 'long', day: 'numeric', timeZoneName: 'short' } as const;
    for (const hour of hours) {
      const spoken = new Intl.DateTimeFormat(locale, words).format(hour);
      expect(momentInWords(locale, hour)).toBe(spoken.replace(/^AP /, '').replace('SGH', 'UTC'));
      const time = new Intl.DateTimeFormat(locale, clock).format(hour);
      expect(plain(clockTime(locale, hour, 'UTC'))).toBe(`${plain(time)} (UTC)`);
    }
  });

  test('needs nothing but numbers of Intl', () => {
    const spy = vi.spyOn(Intl, 'DateTimeFormat');
    momentInWords(locale, moment);
    clockTime(locale, moment, 'Europe/Berlin');
    expect(new Set(spy.mock.calls.map(([tag]) => tag))).toEqual(new Set(['en']));
    spy.mockRestore();
  });
});

import { expect, test } from 'vitest';
import { clockTime, numeralTag } from '../../../src/shared/intl';
import { allLocales } from '../../../src/shared/locales';

test.each(allLocales.map(({ code, lang }) => [code, lang] as const))(
  'numbers in %s have the digits and separators of its language',
  (code, lang) => {
    const [given, true_] = [numeralTag(code), lang].map((tag) => new Intl.NumberFormat(tag).format(1_234_567.8));
    expect(given).toBe(true_);
  },
);

test.each(['ckb', 'ku', 'om', 'ps', 'ti'] as const)('%s never depends on data that the edge lacks', (locale) => {
  expect(numeralTag(locale)).not.toBe(locale);
});

const noon = Date.UTC(2026, 10, 22, 12, 5);

test.each([
  ['en', '1:05 PM GMT+1'],
  ['es', '13:05 CET'],
  ['ja', '13:05 GMT+1'],
] as const)('a time in %s is written as there, with its zone: %s', (locale, written) => {
  expect(clockTime(locale, noon, 'Europe/Berlin').replace(/\s/g, ' ')).toBe(written);
});

test.each([
  ['ps', '۱۳:۰۵ (GMT+1)'],
  ['ckb', '١٣:٠٥ (GMT+1)'],
  ['om', '13:05 (GMT+1)'],
] as const)('a time in %s is written in digits where the runtime has no words for it: %s', (locale, written) => {
  expect(clockTime(locale, noon, 'Europe/Berlin', false)).toBe(written);
});

import { expect, test } from 'vitest';
import { numeralTag } from '../../../src/shared/intl';
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

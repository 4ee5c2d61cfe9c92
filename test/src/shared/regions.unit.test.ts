import { describe, expect, test } from 'vitest';
import { type Locale, localeInfo } from '../../../src/shared/locales';
import { regionsIn } from '../../../src/shared/regions';

describe('a region is named in the language', () => {
  test.each<[Locale, string]>([
    ['es', 'Alemania'],
    ['ja', 'ドイツ'],
    ['no', 'Tyskland'],
    ['ckb', 'ئەڵمانیا'],
    ['ku', 'Almanya'],
    ['om', 'Jarmanii'],
    ['ps', 'المان'],
    ['ti', 'ጀርመን'],
  ])('%s: %s', (locale, name) => {
    expect(regionsIn(locale).nameOf('DE')).toBe(name);
  });
});

test.each<Locale>(['en', 'om'])('a code that stands for nothing has no name in %s', (locale) => {
  const { nameOf } = regionsIn(locale);
  expect([nameOf('QX'), nameOf('XX')]).toEqual([undefined, undefined]);
});

test.each<Locale>(['es', 'ku', 'om', 'ti'])('names stand in the order of the dictionaries of %s', (locale) => {
  const { nameOf, compare } = regionsIn(locale);
  const names = ['ZA', 'DE', 'ET', 'AL', 'US'].map((code) => nameOf(code) ?? '');
  const { compare: expected } = new Intl.Collator(localeInfo(locale).lang);
  expect(names.toSorted(compare)).toEqual(names.toSorted(expected));
});

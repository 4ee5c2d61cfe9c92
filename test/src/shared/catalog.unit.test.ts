import { describe, expect, test } from 'vitest';
import { type Catalog, loadTranslate, translator } from '../../../src/shared/catalog';
import { enabledLocales, type Locale } from '../../../src/shared/locales';

const minutes = (forms: Catalog[string]): Catalog => ({ 'duration.minutes': forms });
const ofCount = (locale: Locale, forms: Catalog[string], count: number) =>
  translator(locale, minutes(forms))('duration.minutes', { count });

describe('a message', () => {
  test('holds the values it is given, as they are', () => {
    const t = translator('en', { 'site.name': '{brand} Help' });
    expect(t('site.name', { brand: '$& {brand}' })).toBe('$& {brand} Help');
  });

  test('that a catalog lacks is an error, not an empty place', () => {
    expect(() => translator('es', {})('site.home')).toThrow('locales/es.json lacks "site.home"');
  });

  test('without a value for its placeholder is an error', () => {
    const t = translator('en', { 'site.home': '{brand}' });
    expect(() => t('site.home')).toThrow('"site.home" needs a value for {brand}');
  });
});

describe('a number', () => {
  test.each([
    ['en', '1,500'],
    ['es', '1500'],
    ['ar', '1,500'],
    ['fa', '۱٬۵۰۰'],
    ['fa-AF', '۱٬۵۰۰'],
    ['ps', '۱٬۵۰۰'],
    ['ckb', '١٬٥٠٠'],
    ['ur', '1,500'],
    ['bn', '১,৫০০'],
    ['ku', '1.500'],
    ['de', '1.500'],
  ] as const)('in %s is written %s', (locale, written) => {
    expect(ofCount(locale, { one: '{count}', few: '{count}', many: '{count}', other: '{count}' }, 1500)).toBe(written);
  });

  test.each([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [3, 'few'],
    [11, 'many'],
    [100, 'other'],
  ])('chooses the form of its language: in Arabic %i takes "%s"', (count, category) => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    expect(ofCount('ar', forms, count)).toBe(category);
  });
});

test.each(enabledLocales.map(({ code }) => code))('%s is loaded once, and then at hand', async (locale) => {
  const t = await loadTranslate(locale);
  expect(await loadTranslate(locale)).toBe(t);
  expect(t('site.home')).not.toBe('');
});

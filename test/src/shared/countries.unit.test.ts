import { describe, expect, test } from 'vitest';
import { countriesIn, isCountry, likelyCountry } from '../../../src/shared/countries';
import { allLocales } from '../../../src/shared/locales';

describe('the list of countries', () => {
  test('has every country once, with its calling code', () => {
    const { countries } = countriesIn('en');
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    expect(countries.length).toBeGreaterThan(240);
    expect(countries).toContainEqual({ code: 'DE', name: 'Germany', callingCode: '+49' });
    expect(countries).toContainEqual({ code: 'XK', name: 'Kosovo', callingCode: '+383' });
  });

  test('is named and ordered as its readers do it', () => {
    const names = (locale: 'es' | 'ar' | 'ja') => countriesIn(locale).countries.map(({ name }) => name);
    expect(names('es')).toContain('Alemania');
    expect(names('es').indexOf('Åland (Islas)')).toBe(-1);
    expect(names('ja')).toContain('ドイツ');
    expect(names('ar')).toContain('ألمانيا');
    const spanish = names('es');
    expect(spanish).toEqual([...spanish].sort(new Intl.Collator('es').compare));
    expect(spanish.indexOf('Ecuador')).toBeLessThan(spanish.indexOf('Zambia'));
  });

  test('is in the nearest language where the runtime knows no names', () => {
    for (const { code } of allLocales) {
      const { locale, countries } = countriesIn(code);
      expect(Intl.DisplayNames.supportedLocalesOf(locale === 'no' ? 'nb' : locale)).not.toEqual([]);
      expect(countries.length).toBeGreaterThan(240);
    }
  });
});

test('every language has a likely country', () => {
  const likely = Object.fromEntries(allLocales.map(({ code }) => [code, likelyCountry(code)]));
  expect(likely).toMatchObject({
    en: 'US',
    es: 'ES',
    ja: 'JP',
    ko: 'KR',
    pt: 'BR',
    de: 'DE',
    tr: 'TR',
    fr: 'FR',
    it: 'IT',
    ar: 'EG',
    nl: 'NL',
    id: 'ID',
    ru: 'RU',
    hi: 'IN',
    he: 'IL',
    'zh-Hans': 'CN',
    'zh-Hant': 'TW',
    th: 'TH',
    vi: 'VN',
    ms: 'MY',
    fil: 'PH',
    fa: 'IR',
    no: 'NO',
    sr: 'RS',
    ps: 'AF',
    'fa-AF': 'AF',
    om: 'ET',
    ti: 'ET',
    ckb: 'IQ',
    ku: 'TR',
    bn: 'BD',
    ur: 'PK',
    kn: 'IN',
  });
});

test('only countries with numbers are countries', () => {
  expect(['DE', 'XK'].every(isCountry)).toBe(true);
  expect(['de', 'EU', 'XX', 'UK', '', '__proto__', 'constructor'].some(isCountry)).toBe(false);
});

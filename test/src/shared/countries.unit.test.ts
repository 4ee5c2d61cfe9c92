import { describe, expect, test } from 'vitest';
import { countriesIn, isCountry, likelyCountry } from '../../../src/shared/countries';
import { gapLocales } from '../../../src/shared/intl-gaps';
import { allLocales } from '../../../src/shared/locales';

describe('the list of countries', () => {
  test('has every country once, with its calling code', () => {
    const countries = countriesIn('en');
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    expect(countries.length).toBeGreaterThan(240);
    expect(countries).toContainEqual({ code: 'DE', name: 'Germany', callingCode: '+49' });
    expect(countries).toContainEqual({ code: 'XK', name: 'Kosovo', callingCode: '+383' });
  });

  test('is named and ordered as its readers do it', () => {
    const names = (locale: 'es' | 'ar' | 'ja') => countriesIn(locale).map(({ name }) => name);
    expect(names('es')).toContain('Alemania');
    expect(names('es').indexOf('Åland (Islas)')).toBe(-1);
    expect(names('ja')).toContain('ドイツ');
    expect(names('ar')).toContain('ألمانيا');
    const spanish = names('es');
    expect(spanish).toEqual([...spanish].sort(new Intl.Collator('es').compare));
    expect(spanish.indexOf('Ecuador')).toBeLessThan(spanish.indexOf('Zambia'));
  });

  test.each(gapLocales)('is not in English in %s, whatever the runtime speaks', (locale) => {
    const english = new Set(countriesIn('en').map(({ name }) => name));
    const countries = countriesIn(locale);
    expect(countries.length).toBe(english.size);
    expect(countries.map(({ name }) => name)).not.toContain('Germany');
    expect(countries.filter(({ name }) => english.has(name)).length).toBeLessThan(50);
    expect(countries.filter(({ name, code }) => name === code).length).toBeLessThan(5);
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

import { describe, expect, test } from 'vitest';
import { allLocales, enabledLocales } from '../../../src/shared/locales';
import { chooseLocale, negotiateLocale, parseRanges } from '../../../src/shared/negotiate';

const everywhere = () => true;
const only =
  (...codes: string[]) =>
  (locale: string) =>
    codes.includes(locale);

describe('a reader who chose a language', () => {
  test('gets it, whatever the browser asks for', () => {
    expect(chooseLocale({ choice: 'ar', acceptLanguage: 'ja' })).toBe('ar');
  });

  test.each(['AR', 'de', 'xx', '', '../en', '__proto__'])(
    'gets what the browser asks for when the choice is "%s"',
    (choice) => {
      expect(chooseLocale({ choice, acceptLanguage: 'ja' })).toBe('ja');
    },
  );

  test('is known by a cookie, wherever it stands among others', () => {
    const headers = new Headers({ Cookie: 'xlocale=ja; a=b; locale=es', 'Accept-Language': 'ar' });
    expect(negotiateLocale(headers)).toBe('es');
  });
});

describe('a browser gets', () => {
  test.each(allLocales.map(({ code, lang }) => [lang, code]))('for %s, %s', (lang, code) => {
    expect(chooseLocale({ acceptLanguage: lang }, everywhere)).toBe(code);
  });

  test.each([
    ['iw', 'he'],
    ['in-ID', 'id'],
    ['nb-NO', 'no'],
    ['nn', 'no'],
    ['no', 'no'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['prs-AF', 'fa-AF'],
    ['fa-IR', 'fa'],
    ['tl-PH', 'fil'],
    ['pt-BR', 'pt'],
    ['sr-Latn-RS', 'sr'],
    ['kmr-TR', 'ku'],
    ['ku-TR', 'ku'],
    ['ku-Arab-IQ', 'ckb'],
    ['ckb-IQ', 'ckb'],
    ['es-419', 'es'],
    ['en-x-twain', 'en'],
    ['DE-de', 'de'],
  ])('for %s, %s', (range, code) => {
    expect(chooseLocale({ acceptLanguage: range }, everywhere)).toBe(code);
  });

  test('the language it wants most, in whatever order it names them', () => {
    expect(chooseLocale({ acceptLanguage: 'en;q=0.5, ja;q=0.9, es;q=0.8' })).toBe('ja');
  });

  test('the first of languages that it wants equally', () => {
    expect(chooseLocale({ acceptLanguage: 'es, ja' })).toBe('es');
  });

  test('never a language that it refuses', () => {
    expect(chooseLocale({ acceptLanguage: 'es;q=0, ja;q=0.1' })).toBe('ja');
  });

  test('the nearest language where its own is not enabled', () => {
    expect(chooseLocale({ acceptLanguage: 'ca, en;q=0.8' }, only('en', 'es'))).toBe('es');
    expect(chooseLocale({ acceptLanguage: 'ps' }, only('en', 'fa'))).toBe('fa');
  });

  test('its next language where neither the first nor one near it is enabled', () => {
    expect(chooseLocale({ acceptLanguage: 'de, ja;q=0.5' }, only('en', 'ja'))).toBe('ja');
  });

  test('English where nothing that it asks for is enabled', () => {
    expect(chooseLocale({ acceptLanguage: 'de, fr' }, only('en', 'ja'))).toBe('en');
  });
});

describe('a broken header', () => {
  test.each([
    undefined,
    null,
    '',
    '*',
    ',,,;',
    ';q=1',
    'ja;q=abc',
    'ja;q=2',
    '-ja',
    'ja-',
    '日本語',
    '__proto__',
    'constructor',
    'a'.repeat(100_000),
    'x-'.repeat(50_000),
  ])('is as if it were not there: %s', (acceptLanguage) => {
    expect(chooseLocale({ acceptLanguage })).toBe('en');
  });

  test('does not spoil the good parts of it', () => {
    expect(chooseLocale({ acceptLanguage: '%%%, ja;q=, es;q=0.3' })).toBe('es');
  });

  test('is read to its 32nd language and its 1024th letter at most', () => {
    expect(parseRanges(Array(100).fill('ja').join(','))).toHaveLength(32);
    expect(parseRanges(`${' '.repeat(1024)},ja`)).toEqual([]);
  });
});

test('the answer is always a language that the site is built in', () => {
  for (const { lang } of allLocales) {
    expect(enabledLocales.map(({ code }) => code)).toContain(chooseLocale({ acceptLanguage: lang }));
  }
});

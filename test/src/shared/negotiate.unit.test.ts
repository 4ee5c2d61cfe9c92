import aliases from 'cldr-core/supplemental/aliases.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { allLocales, enabledLocales } from '../../../src/shared/locales';
import { chooseLocale, negotiateLocale, parseRanges } from '../../../src/shared/negotiate';

const everywhere = () => true;
const only =
  (...codes: string[]) =>
  (locale: string) =>
    codes.includes(locale);

/** Every other name that CLDR knows for one of our languages, and which language that is; not the codes of libraries. */
const otherNames = Object.entries(aliases.supplemental.metadata.alias.languageAlias).flatMap(([alias, given]) => {
  const { _replacement: tag, _reason: reason } = given;
  const isOurs = allLocales.some(({ lang }) => lang === tag);
  return isOurs && reason !== 'overlong' && reason !== 'bibliographic' && /^[a-z]{2,3}$/.test(alias)
    ? [[alias, tag] as const]
    : [];
});

describe('a reader who chose a language', () => {
  test('gets it, whatever the browser asks for', () => {
    expect(chooseLocale({ choice: 'ar', acceptLanguage: 'ja' })).toBe('ar');
  });

  test.each(['AR', 'eo', 'xx', '', '../en', '__proto__'])(
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

  test.each(otherNames)('for %s, what CLDR says it is: %s', (alias, tag) => {
    const code = allLocales.find(({ lang }) => lang === tag)?.code;
    expect(chooseLocale({ acceptLanguage: alias }, everywhere)).toBe(code);
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
    ['iw-IL', 'he'],
    ['cnr-ME', 'sr'],
    ['in', 'id'],
    ['tl', 'fil'],
    ['fil-PH', 'fil'],
    ['nb', 'no'],
    ['no-NO', 'no'],
    ['nn-NO', 'no'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['cmn-Hant-TW', 'zh-Hant'],
    ['prs', 'fa-AF'],
    ['fa-AF', 'fa-AF'],
    ['pt-PT', 'pt'],
    ['sr-Cyrl-RS', 'sr'],
    ['sr-Latn', 'sr'],
    ['kmr', 'ku'],
    ['ku-Latn-TR', 'ku'],
    ['ku-IQ', 'ckb'],
    ['ckb-IR', 'ckb'],
    ['ti-ER', 'ti'],
    ['om-KE', 'om'],
    ['ps-PK', 'ps'],
    ['ca-ES-valencia', 'ca'],
    ['ar-EG', 'ar'],
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

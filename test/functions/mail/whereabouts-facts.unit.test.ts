import { describe, expect, test } from 'vitest';
import { whereaboutsFacts } from '../../../functions/mail/whereabouts-facts';
import { loadTranslate } from '../../../src/shared/catalog';
import type { Locale } from '../../../src/shared/locales';

const everything = { country: 'NG', city: 'Lagos', browser: 'chrome', system: 'android' } as const;
const facts = async (locale: Locale, whereabouts = {}) =>
  whereaboutsFacts(await loadTranslate(locale), locale, whereabouts).map((fact) => fact.replace(/[\u2068\u2069]/g, ''));

test.each<[Locale, string, string]>([
  ['en', 'Place, roughly: Lagos, Nigeria', 'Device: Chrome on Android'],
  ['es', 'Lugar aproximado: Lagos, Nigeria', 'Dispositivo: Chrome en Android'],
  ['ar', 'المكان على وجه التقريب: Lagos، نيجيريا', 'الجهاز: Chrome على Android'],
  ['ja', 'おおよその場所：ナイジェリア Lagos', '端末：Android の Chrome'],
])('place and device are told in the words of %s', async (locale, place, device) => {
  expect(await facts(locale, everything)).toEqual([place, device]);
});

describe('what is not known is left out', () => {
  test.each([
    [{}, []],
    [{ country: 'NG' }, ['Place, roughly: Nigeria']],
    [{ browser: 'safari' }, ['Device: Safari']],
    [{ system: 'iphone' }, ['Device: iPhone']],
    [{ country: 'QQ', city: 'Lagos' }, []],
  ])('%j', async (whereabouts, lines) => expect(await facts('en', whereabouts)).toEqual(lines));
});

test('G6 a city is inert: isolated, and left out where it could become a link', async () => {
  const t = await loadTranslate('en');
  expect(whereaboutsFacts(t, 'en', { country: 'NG', city: 'Lagos' })[0]).toContain('\u2068Lagos\u2069');
  for (const city of ['evil.example', 'https://evil.example', '+1 555 123 4567']) {
    expect(await facts('en', { country: 'NG', city })).toEqual(['Place, roughly: Nigeria']);
  }
});

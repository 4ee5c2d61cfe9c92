/** What `src/shared/locales.ts` says of each language agrees with CLDR, by Intl and by the npm package `cldr-core`. */
import scriptMetadata from 'cldr-core/scriptMetadata.json' with { type: 'json' };
import likelySubtags from 'cldr-core/supplemental/likelySubtags.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { allLocales, type Locale, localeInfo } from '../../../src/shared/locales';

/** Names that differ from CLDR's on purpose. */
const otherNames: Partial<Record<Locale, { cldr: string; reason: string }>> = {
  id: { cldr: 'Indonesia', reason: 'Speakers put "Bahasa" before it; alone it is the country.' },
  ms: { cldr: 'Melayu', reason: 'Speakers put "Bahasa" before it; alone it is the people.' },
  no: { cldr: 'norsk bokmål', reason: 'The only Norwegian here, and so what readers of both forms look for.' },
  om: { cldr: 'Oromoo', reason: 'Speakers put "Afaan" before it; alone it is the people.' },
};

describe.each(allLocales.map(({ code }) => localeInfo(code)))('$code', ({ code, lang, label, dir, script }) => {
  const cldr = new Intl.DisplayNames(lang, { type: 'language', languageDisplay: 'dialect' }).of(lang) ?? '';
  const other = otherNames[code];

  test('calls itself what CLDR calls it in that language, or has a reason not to', () => {
    expect(cldr.toLocaleLowerCase(lang)).toBe((other?.cldr ?? label).toLocaleLowerCase(lang));
    if (other) expect(label).not.toBe(other.cldr);
  });

  test('is written in the script and the direction that CLDR states', () => {
    const likely: Readonly<Record<string, string>> = likelySubtags.supplemental.likelySubtags;
    const { language, script: stated } = new Intl.Locale(lang);
    expect(script).toBe(stated ?? (likely[lang] ?? likely[language])?.split('-')[1]);
    const metadata: Readonly<Record<string, { rtl: string }>> = scriptMetadata.scriptMetadata;
    expect(dir).toBe(metadata[script]?.rtl === 'YES' ? 'rtl' : 'ltr');
  });
});

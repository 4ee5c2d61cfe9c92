/** Simplified and traditional characters are not mixed. What is which is OpenCC's knowledge (the npm package `opencc-js`). */
import type { Locale } from '../../src/shared/locales';

/** From a character that only the other way of writing has, to the characters that this one has for it. */
type Foreign = ReadonlyMap<string, string>;

/** What is wrong with the characters of a text: those that belong to the other way of writing Chinese. */
export async function loadChineseCheck(locale: Locale): Promise<(words: string) => readonly string[]> {
  if (locale !== 'zh-Hans' && locale !== 'zh-Hant') return () => [];
  const foreign = await loadForeign(locale);
  const kind = locale === 'zh-Hans' ? 'traditional' : 'simplified';
  return (words) => {
    const found = [...new Set(words)].filter((character) => foreign.has(character));
    return found.map((character) => `has the ${kind} character ${character}: write ${foreign.get(character)}`);
  };
}

/** A character is foreign when the dictionary replaces it, and never by itself. */
async function loadForeign(locale: 'zh-Hans' | 'zh-Hant'): Promise<Foreign> {
  const { default: dictionary } =
    locale === 'zh-Hans' ? await import('opencc-js/dict/TSCharacters') : await import('opencc-js/dict/STCharacters');
  const pairs = dictionary.split('|').map((entry) => entry.split(' '));
  return new Map(
    pairs.flatMap(([character = '', ...instead]) =>
      instead.includes(character) ? [] : [[character, instead.join(' or ')]],
    ),
  );
}

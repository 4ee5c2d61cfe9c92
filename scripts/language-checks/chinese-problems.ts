/** Simplified and traditional characters are not mixed. What is which is OpenCC's knowledge (the npm package `opencc-js`). */
import type { Locale } from '../../src/shared/locales';

/** From a character that only the other way of writing has, to the characters that this one has for it. */
type Foreign = ReadonlyMap<string, string>;

/** Taiwan writes 一台 and 台灣 every day, and 臺 on paper with a seal. */
const EVERYDAY = '台';

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

/** A character is foreign when the dictionary replaces it, never by itself, and nobody writes it all the same. */
async function loadForeign(locale: 'zh-Hans' | 'zh-Hant'): Promise<Foreign> {
  const { default: dictionary } =
    locale === 'zh-Hans' ? await import('opencc-js/dict/TSCharacters') : await import('opencc-js/dict/STCharacters');
  const pairs = dictionary.split('|').map((entry) => entry.split(' '));
  return new Map(
    pairs.flatMap(([character = '', ...instead]) =>
      instead.includes(character) || EVERYDAY.includes(character) ? [] : [[character, instead.join(' or ')]],
    ),
  );
}

/** What a query is looked up as. */
import type { SearchManifest, WordTable } from './index-format';
import { isUnspaced, splitWords } from './words';

/** Most words of a query that are looked up. */
const TERMS_MAX = 10;

/** Letters that decide in which parts of the words a typed word is looked up. */
const PART_LETTERS = 2;

/** A kana or a Thai letter alone is no word; one Chinese character may be. */
const lonelyLetter = /^\P{Script=Han}$/u;

/** The distinct words of a query, folded; in a language without spaces, its stretches. */
export function typedWords(query: string, lang: string): readonly string[] {
  return [...new Set(splitWords(query, lang).map(({ folded }) => folded))].slice(0, TERMS_MAX);
}

/** Numbers of the parts that may hold words like a typed one: those that begin with the same letters. */
export function partsFor(typed: string, { parts, lang }: Pick<SearchManifest, 'parts' | 'lang'>): readonly number[] {
  const letters = [...typed];
  const starts = isUnspaced(lang) ? letters : [letters.slice(0, PART_LETTERS).join('')];
  return [...parts.keys()].filter((part) => {
    const next = parts[part + 1];
    return starts.some((start) => (parts[part] ?? '') <= `${start}\uffff` && (next === undefined || next > start));
  });
}

/**
 * Cuts a stretch of a language without spaces into the words that the index has, longest first.
 *
 * The last one may be the beginning of a word. What the index does not know is left out.
 *
 * @example cutByTable('ろぐいんできな', { ろぐいん: [], でき: [], ない: [] }) // ['ろぐいん', 'でき', 'な']
 */
export function cutByTable(stretch: string, table: WordTable): readonly string[] {
  const words = Object.keys(table);
  const found: string[] = [];
  let at = 0;
  while (at < stretch.length) {
    const rest = stretch.slice(at);
    const begun = words.some((word) => word.startsWith(rest)) ? [rest] : [];
    const known = words.filter((word) => rest.startsWith(word));
    const candidates = [...begun, ...known].filter((word) => !lonelyLetter.test(word));
    const longest = candidates.reduce((best, word) => (word.length > best.length ? word : best), '');
    if (longest !== '') found.push(longest);
    at += longest.length || 1;
  }
  return found;
}

/** The notation of a guide's glossary, and how its words are found in a text. */
import type { LocaleInfo } from '../../src/shared/locales';

/** What is written without spaces between words, so that a term may stand anywhere. */
const unspacedScripts: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Thai']);

/** Short words that these languages write together with the next one: "and", "in", "the". */
const attached: Readonly<Record<string, string>> = { ar: '[وف]?[بكلس]?(?:ال|لل)?', he: '[וש]?[הבכלמש]{0,2}' };

/** Marks that a text may carry or not: vowel signs, tatweel, joiners, directions, soft hyphens. */
const invisible = /[\u00AD\u0640\u064B-\u0652\u0670\u200B-\u200F\u2066-\u2069\u05B0-\u05C7]/g;

/** A text as terms are looked up in it: small letters, one kind of apostrophe, hyphen and space. */
export function foldText(text: string, lang: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[’ʼ＇]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .toLocaleLowerCase(lang);
}

const patterns = new Map<string, RegExp>();

/**
 * The pattern of one form, to search or to replace in texts that `foldText` has folded. A hyphen at an end of a word
 * stands for any letters, `…` for up to eight words of the same sentence.
 *
 * @example 'tus contraseñas'.search(termPattern('contraseñ-', spanish)) // 4
 * @example 'melden sie sich bitte an'.search(termPattern('meld- … an', german)) // 0
 */
export function termPattern(form: string, info: LocaleInfo): RegExp {
  const key = `${info.code} ${form}`;
  const known = patterns.get(key) ?? compile(form, info);
  patterns.set(key, known);
  return known;
}

function compile(form: string, { code, lang, script }: LocaleInfo): RegExp {
  const prefix = attached[code] ?? '';
  const words = foldText(form, lang)
    .split(' ')
    .map((word) => (word === '…' ? GAP_OF_WORDS : wordPattern(word, prefix)));
  if (unspacedScripts.has(script)) return new RegExp(words.join(' ?'), 'gu');
  const phrase = words.join(' ').replaceAll(`${GAP_OF_WORDS} `, GAP_OF_WORDS);
  return new RegExp(`(?<!${LETTER})${phrase}(?!${LETTER})`, 'gu');
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const GAP_OF_WORDS = '(?:[^.!?…\\s]+ ){0,8}?';

function wordPattern(word: string, prefix: string): string {
  const [, before, stem = '', after] = /^(-?)(.*?)(-?)$/.exec(word) ?? [];
  const escaped = stem.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return `${before ? `${LETTER}*` : prefix}${escaped}${after ? `${LETTER}*` : ''}`;
}

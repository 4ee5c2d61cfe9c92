/** What is kept of a search that found nothing: plain words, and nothing that looks like an address, a number or a username. */

export const searchLimits = {
  /** Of one search, in words and in code points. */
  WORDS_MAX: 8,
  LETTERS_MAX: 60,
  /** Longer runs of letters are no word; languages that write without spaces have shorter searches. */
  WORD_LETTERS_MAX: 24,
  /** Searches of one language that are counted in a day. */
  PER_DAY: 2000,
  /** Longest query that is reported, in UTF-16 units. */
  QUERY_MAX: 200,
} as const;

/** Letters and their marks, joined by what joins words in some languages. */
const WORD = /^[\p{L}\p{M}]+(?:(?:['’\u200c·-]|\u200d)[\p{L}\p{M}]+)*$/u;

/**
 * The words of a query, folded so that the same search is one line; empty when none is left.
 *
 * Whatever holds a digit of any script, an "@", a dot, a slash, an underscore or a colon is left out as a whole, with what
 * stands on both sides of it: it may be an address, a number, a code, a link or a username. So is what is too long.
 *
 * @example missedWords('Delete maya_77 account, call +44 7400 123456') // 'delete account call'
 */
export function missedWords(query: string): string {
  const words = query
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\p{Zs}]+/u)
    .map((word) => word.replace(/^[\p{Ps}\p{Pi}"'¿¡]+|[\p{Pe}\p{Pf}"',;!?。、？！؟،؛।።፣፧]+$/gu, ''))
    .filter((word) => WORD.test(word) && [...word].length <= searchLimits.WORD_LETTERS_MAX)
    .slice(0, searchLimits.WORDS_MAX);
  return [...words.join(' ')].slice(0, searchLimits.LETTERS_MAX).join('').trim();
}

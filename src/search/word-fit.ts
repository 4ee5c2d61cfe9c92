/** How well a typed word fits a word of the index. Any language: it knows beginnings and typing errors, not grammars. */

/** Longest ending that a typed word may have beyond an indexed one: "resett|ing". */
const ENDING_MAX = 5;

/** Fewest letters of a word whose ending may follow a typing error: shorter ones would fit too much. */
const ERROR_AND_ENDING_MIN = 6;

/** The endings that stemmers leave or change at the end of a stem: compan|i, compan|y. */
const stemVowel = /^[aeiouy]?$/;

/** 1 is a perfect fit, 0 none. */
type Fit = (typed: string, word: string) => number;

/** The typed word itself, or one that it begins. @example fitBegun('passw', 'password') > fitBegun('pass', 'password') */
export const fitBegun: Fit = (typed, word) => {
  if (typed === word) return 1;
  return word.startsWith(typed) ? 0.6 + 0.3 * (typed.length / word.length) : 0;
};

/** Another form of the word: it has the stem, and an ending of its own. @example fitForm('resets', 'reset') // 0.8 */
export const fitForm: Fit = (typed, word) => {
  const shared = sharedStart(typed, word);
  const ending = typed.length - shared;
  const isForm = shared >= 3 && ending <= Math.min(shared, ENDING_MAX) && stemVowel.test(word.slice(shared));
  return isForm ? 0.85 - 0.05 * ending : 0;
};

/** The word with a typing error, or two in a long word; the first letter must be right. @example fitMistyped('pasword', 'password') // 0.45 */
export const fitMistyped: Fit = (typed, word) => {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  if (allowed === 0 || word.length < 4 || typed[0] !== word[0] || word.length > typed.length + allowed) return 0;
  const errors = errorsBetween(word, typed);
  return errors <= allowed ? 0.6 - 0.15 * errors : 0;
};

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * The fewest errors (a letter left out, added, wrong, or two swapped) from a word to the typed one,
 * whose last letters, up to three, may be an ending where the word is long. Optimal string alignment distance.
 */
function errorsBetween(word: string, typed: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: word.length + 1 }, (_, index) => index);
  let fewest = Number.POSITIVE_INFINITY;
  const ending = word.length < ERROR_AND_ENDING_MIN ? 0 : 3;
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= word.length; column++) {
      const change = (last[column - 1] ?? 0) + (typed[row - 1] === word[column - 1] ? 0 : 1);
      const swap = isSwap(typed, row, word, column) ? (beforeLast[column - 2] ?? 0) + 1 : change;
      current.push(Math.min(change, swap, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (typed.length - row <= ending) fewest = Math.min(fewest, current[word.length] ?? fewest);
    beforeLast = last;
    last = current;
  }
  return fewest;
}

function isSwap(typed: string, row: number, word: string, column: number): boolean {
  return row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
}

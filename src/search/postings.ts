/**
 * Where a word stands, as short text: for each section the step from the one before, in base 36, and a capital
 * letter for how much the word counts there. The letters go by thirds of a doubling: `D` is twice `A`.
 *
 * @example '3A1D' // section 3 with weight 1, section 4 with weight 2
 */

export interface Posting {
  readonly section: number;
  readonly weight: number;
}

const FIRST_LETTER = 65;
const LETTERS = 26;
const STEPS_PER_DOUBLING = 3;

/** @param postings In the order of their sections. Weights below 1 become 1; those above 322 become 322. */
export function writePostings(postings: readonly Posting[]): string {
  return postings
    .map(({ section, weight }, index) => {
      const step = section - (postings[index - 1]?.section ?? 0);
      const level = Math.round(STEPS_PER_DOUBLING * Math.log2(Math.max(1, weight)));
      return step.toString(36) + String.fromCharCode(FIRST_LETTER + Math.min(LETTERS - 1, level));
    })
    .join('');
}

export function readPostings(text: string): readonly Posting[] {
  let section = 0;
  return [...text.matchAll(/([0-9a-z]+)([A-Z])/g)].map(([, step = '', letter = '']) => {
    section += Number.parseInt(step, 36);
    return { section, weight: 2 ** ((letter.charCodeAt(0) - FIRST_LETTER) / STEPS_PER_DOUBLING) };
  });
}

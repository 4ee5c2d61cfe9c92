/** From the words of a query to the sections that answer it. Pure: the words have been loaded. */
import type { SearchManifest, WordTable } from './index-format';
import { readPostings } from './postings';
import { fitBegun, fitForm, fitMistyped } from './word-fit';

/** One article that answers a query, and where in it. */
export interface Hit {
  /** Number of the article. */
  readonly article: number;
  /** Place of the section within the article; 0 is what comes before the first heading. */
  readonly section: number;
  readonly score: number;
  /** Words of the index that the query was taken for. */
  readonly words: readonly string[];
}

/** A typed word, and the table that holds the words it may mean. */
export interface Term {
  readonly typed: string;
  readonly table: WordTable;
}

/** A hit below this part of the best one's score is noise. */
const SCORE_FLOOR = 0.25;

/** A section is linked when it scores this part of what the article's title and keywords score, or more. */
const SECTION_SHARE = 0.4;

/** How much the best section counts beside the article's title and keywords. */
const SECTION_PART = 0.6;

/** A word this short is not also the beginning of longer ones: "I", "no". */
const BEGUN_MIN = 3;

/** Where a typed word fits well, worse ways to fit are not tried. */
const fits = [fitBegun, fitForm, fitMistyped] as const;

interface TermMatch {
  readonly words: readonly string[];
  /** From a section's number to the term's score there. */
  readonly scores: ReadonlyMap<number, number>;
}

/** The articles that answer a query, best first; equally good ones in reading order. */
export function rankSections(terms: readonly Term[], sections: SearchManifest['sections']): readonly Hit[] {
  const matches = terms.map(matchTerm);
  const words = matches.flatMap((match) => match.words);
  let first = 0;
  const hits = sections.map((count, article) => {
    const hit = rankArticle(matches, first, count);
    first += count;
    return { article, words, ...hit };
  });
  const best = Math.max(...hits.map(({ score }) => score));
  return hits
    .filter(({ score }) => score > 0 && score >= best * SCORE_FLOOR)
    .toSorted((a, b) => b.score - a.score || a.article - b.article);
}

function matchTerm({ typed, table }: Term): TermMatch {
  const fitting = fittingWords(typed, table);
  const scores = new Map<number, number>();
  for (const { word, quality } of fitting) {
    for (const { section, weight } of readPostings(table[word] ?? '')) {
      scores.set(section, Math.max(scores.get(section) ?? 0, quality * weight));
    }
  }
  return { words: fitting.map(({ word }) => word), scores };
}

function fittingWords(typed: string, table: WordTable): readonly { readonly word: string; readonly quality: number }[] {
  if (typed.length < BEGUN_MIN && Object.hasOwn(table, typed)) return [{ word: typed, quality: 1 }];
  const words = Object.keys(table);
  for (const fitOf of fits) {
    const fitting = words.map((word) => ({ word, quality: fitOf(typed, word) })).filter(({ quality }) => quality > 0);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** Scores an article: its head and its best section, times the share of the query's words that it has at all. */
function rankArticle(matches: readonly TermMatch[], first: number, count: number): Pick<Hit, 'score' | 'section'> {
  const places = Array.from({ length: count }, (_, place) => place);
  const scores = places.map((place) => sum(matches.map((match) => match.scores.get(first + place) ?? 0)));
  const covered = matches.filter((match) => places.some((place) => match.scores.has(first + place)));
  const [head = 0, ...rest] = scores;
  const best = Math.max(0, ...rest);
  return {
    score: ((head + best * SECTION_PART) * covered.length) / matches.length,
    section: best > head * SECTION_SHARE ? scores.indexOf(best, 1) : 0,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

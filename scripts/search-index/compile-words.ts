/** From Pagefind's words to the table that the browser searches: which word stands in which section, and how much it counts. */
import type { WordTable } from '../../src/search/index-format';
import { type Posting, writePostings } from '../../src/search/postings';
import { fitForm } from '../../src/search/word-fit';
import type { SearchDocument } from './document';
import type { PagefindFiles, PagefindPage, PagefindWord } from './read-pagefind';
import { collectStems, createFormsOf } from './word-forms';

/** One form of a word in one section, in the spelling that is compared. */
interface Occurrence {
  readonly form: string;
  readonly stem: string;
  readonly section: number;
  readonly weight: number;
}

/** BM25: how soon more of the same word counts no more. Sections are short: their length is not held against them. */
const SATURATION = 5;

/** A word that is all of a heading counts this much more; one of four words, a quarter of that. */
const HEADING_BONUS = 1.5;

/** Pagefind's weight for words of headings, and more for the title's. */
const HEADING_WEIGHT = 6;

/** Brings weights into the range that postings have: from a word of every section to a rare one in a title. */
const WEIGHT_SCALE = 5;

/**
 * The words of one language. Forms with one stem share what they find; a stem is listed, and each form that
 * nobody would find by it (`fitForm`).
 *
 * @param documents In the order in which their sections are numbered.
 */
export function compileWords(documents: readonly SearchDocument[], files: PagefindFiles, lang: string): WordTable {
  const occurrences = collectOccurrences(documents, files, lang);
  const total = sum(documents.map(({ sections }) => sections.length));
  const headings = countBySection(occurrences.filter(isHeading));
  const table = new Map<string, readonly Posting[]>();
  for (const [stem, group] of Map.groupBy(occurrences, (occurrence) => occurrence.stem)) {
    const postings = weigh(group, total, headings);
    const forms = new Set(group.map(({ form }) => form));
    const own = [...forms].filter((form) => form !== stem && fitForm(form, stem) === 0);
    for (const word of [stem, ...own]) table.set(word, mergePostings(table.get(word) ?? [], postings));
  }
  const written = [...table].map(([word, postings]) => [word, writePostings(postings)] as const);
  return Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function collectOccurrences(
  documents: readonly SearchDocument[],
  { pages, words }: PagefindFiles,
  lang: string,
): Occurrence[] {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const formsOf = createFormsOf(lang);
  const stems = collectStems(words, byUrl, formsOf, lang);
  const weights = Map.groupBy(words, ({ url }) => url);
  let first = 0;
  return documents.flatMap(({ path, sections }) => {
    const page = byUrl.get(path);
    if (!page) throw new TypeError(`Pagefind did not index ${path}`);
    const offset = first;
    first += sections.length;
    const weightAt = heaviest(weights.get(path) ?? []);
    return page.words.flatMap((word, place) => {
      const section = offset + sectionAt(page, place, sections.length);
      const weight = weightAt.get(place) ?? 1;
      return formsOf(word).map((form) => ({ form, stem: stems.get(form) ?? form, section, weight }));
    });
  });
}

function heaviest(words: readonly PagefindWord[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { place, weight } of words) weights.set(place, Math.max(weights.get(place) ?? 0, weight));
  return weights;
}

/** The title and the keywords, which come first, belong to the first section. */
function sectionAt({ anchors }: PagefindPage, place: number, count: number): number {
  let section = 0;
  for (let next = 1; next < count; next++) {
    if ((anchors[`s${next}`] ?? Number.POSITIVE_INFINITY) <= place) section = next;
  }
  return section;
}

function isHeading({ weight }: Occurrence): boolean {
  return weight >= HEADING_WEIGHT;
}

/** @param total Sections of all articles. @param headings Words of each section's heading. */
function weigh(group: readonly Occurrence[], total: number, headings: ReadonlyMap<number, number>): readonly Posting[] {
  const sections = Map.groupBy(group, ({ section }) => section);
  const rarity = Math.log(1 + (total - sections.size + 0.5) / (sections.size + 0.5));
  const postings = [...sections].map(([section, found]) => {
    const weight = sum(found.map((occurrence) => occurrence.weight));
    const saturated = (weight * (SATURATION + 1)) / (weight + SATURATION);
    const inHeading = found.filter(isHeading).length / (headings.get(section) ?? 1);
    return { section, weight: rarity * (saturated + HEADING_BONUS * inHeading) * WEIGHT_SCALE };
  });
  return postings.sort((a, b) => a.section - b.section);
}

function countBySection(occurrences: readonly Occurrence[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { section } of occurrences) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

function mergePostings(a: readonly Posting[], b: readonly Posting[]): readonly Posting[] {
  const merged = new Map<number, number>();
  for (const { section, weight } of [...a, ...b]) merged.set(section, Math.max(merged.get(section) ?? 0, weight));
  return [...merged].map(([section, weight]) => ({ section, weight })).sort((x, y) => x.section - y.section);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

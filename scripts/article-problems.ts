/** What is wrong with the build of a translated article: the words differ from English, nothing else may. */
import { type ArticleEntry, splitId } from '../src/lib/library';
import { hashSections } from '../src/lib/section-hash';
import { extractOutline, extractParts, type Part } from '../src/lib/sections';
import { staleSections } from '../src/lib/staleness';
import { localeInfo } from '../src/shared/locales';
import { scriptLetters } from './language-checks/script-problems';

/** Keywords that English does not have. Where people often type English words, as in Filipino, no more are natural. */
const OWN_KEYWORDS = 4;
/** Keywords in a script of the language's own; the others are what people type who have a Latin keyboard only. */
const KEYWORDS_IN_SCRIPT = 3;

/** Parts that stand within a sentence: the order of words, and so theirs, is each language's own. */
const inSentences: ReadonlySet<string> = new Set([
  'a',
  'Brand',
  'Count',
  'Duration',
  'expression',
  'Fact',
  'img',
  'Link',
  'strong',
]);

/**
 * One line for each difference that a translation must not have. A section that is out of date, or that English did not
 * have when it was translated, is left to `npm run translations`: it differs because it waits for its translator.
 */
export function findArticleProblems(translation: ArticleEntry, source: ArticleEntry): readonly string[] {
  const made = translation.data.translation?.source ?? {};
  const stale = new Set(staleSections(made, hashSections(source), source.data.minor ?? {}));
  const problems = [
    ...placeProblems(translation, source),
    ...keywordProblems(translation, source),
    ...(stale.has('head') ? [] : placeholderProblems(translation, source)),
    ...idProblems(translation, Object.keys(made)),
    ...partProblems(translation, source, (id) => !stale.has(id)),
    ...boldProblems(translation),
  ];
  return problems.map((problem) => `content/${translation.id}.mdx: ${problem}`);
}

function placeProblems({ data }: ArticleEntry, { data: source }: ArticleEntry): readonly string[] {
  const isSame = data.order === source.order && data.related.join() === source.related.join();
  return isSame ? [] : ['"order" or "related" differs from English: run npm run translations -- --sync'];
}

function keywordProblems({ id, data }: ArticleEntry, { data: source }: ArticleEntry): readonly string[] {
  const info = localeInfo(splitId(id).locale);
  const fold = (word: string) => word.trim().toLowerCase();
  const english = new Set(source.keywords.map(fold));
  const own = [...new Set(data.keywords.map(fold))].filter((word) => !english.has(word));
  if (own.length < OWN_KEYWORDS) {
    return [
      `"keywords" has ${own.length} that English has not, of ${OWN_KEYWORDS} at least: write what people who speak this language type`,
    ];
  }
  const inScript = own.filter((word) => scriptLetters(info).test(word));
  if (inScript.length >= KEYWORDS_IN_SCRIPT || info.script === 'Latn') return [];
  return [`"keywords" has ${inScript.length} in the script of ${info.name}, of ${KEYWORDS_IN_SCRIPT} at least`];
}

/** A title or description that loses its `{brand}` names nobody; `{Marke}` would be printed as it stands. */
function placeholderProblems({ data }: ArticleEntry, { data: source }: ArticleEntry): readonly string[] {
  return (['title', 'description'] as const).flatMap((field) => {
    const [own, english] = [placeholdersOf(data[field]), placeholdersOf(source[field])];
    return own === english ? [] : [`"${field}" has ${own || 'no placeholder'}, where English has ${english || 'none'}`];
  });
}

/** @example placeholdersOf('{count} of {brand}, by {brand}') // '{brand} {count}' */
function placeholdersOf(text: string): string {
  return [...new Set(text.match(/\{[^{}]*\}/g))].toSorted().join(' ');
}

/** The translation has the sections that it says it was made from, in that order. */
function idProblems(translation: ArticleEntry, made: readonly string[]): readonly string[] {
  const expected = made.filter((id) => id !== 'head' && id !== 'intro');
  const ids = Object.keys(hashSections(translation)).filter((id) => id !== 'head' && id !== 'intro');
  const isSame = ids.join() === expected.join();
  return isSame ? [] : [`has the sections ${ids.join(', ')}; it was stamped for ${expected.join(', ') || 'none'}`];
}

function partProblems(
  translation: ArticleEntry,
  source: ArticleEntry,
  isFresh: (sectionId: string) => boolean,
): readonly string[] {
  const own = describeParts(translation);
  const english = describeParts(source);
  return [...english.keys()].filter(isFresh).flatMap((id) => {
    const difference = firstDifference(own.get(id) ?? [], english.get(id) ?? []);
    return difference ? [`section "${id}" has ${difference.own}, where English has ${difference.english}`] : [];
  });
}

/** Beside punctuation and without a space, `**` is not read as bold (CommonMark 0.31, 6.2), and readers see it. */
function boldProblems(translation: ArticleEntry): readonly string[] {
  const { intro, sections } = extractOutline(translation);
  const passages = [{ id: 'intro', text: intro.text }, ...sections];
  const unread = passages.filter(({ text }) => text.includes('**'));
  return unread.map(({ id }) => `section "${id}" shows its "**": put letters, not punctuation, inside them`);
}

/** The parts of each section: first those that make its shape, in order; then those within sentences, sorted. */
function describeParts(article: ArticleEntry): ReadonlyMap<string, readonly string[]> {
  const bySection = Map.groupBy(extractParts(article), ({ sectionId }) => sectionId);
  return new Map(
    [...bySection].map(([id, parts]) => {
      const [shape, words] = [false, true].map((inSentence) =>
        parts.filter(({ name }) => inSentences.has(name) === inSentence).map(describePart),
      ) as [string[], string[]];
      return [id, [...shape, ...words.toSorted()]] as const;
    }),
  );
}

/** @example describePart(part) // '<Link to="reset">'; a title is words, of which only the placeholders are told */
function describePart({ name, attributes }: Part): string {
  const pairs = Object.entries(attributes).map(([key, value]) =>
    key === 'title' ? `title ${placeholdersOf(value)}`.trim() : `${key}="${value}"`,
  );
  return `<${[name, ...pairs].join(' ')}>`;
}

function firstDifference(
  own: readonly string[],
  english: readonly string[],
): { own: string; english: string } | undefined {
  const length = Math.max(own.length, english.length);
  const index = Array.from({ length }, (_, place) => place).find((place) => own[place] !== english[place]);
  return index === undefined ? undefined : { own: own[index] ?? 'nothing', english: english[index] ?? 'nothing' };
}

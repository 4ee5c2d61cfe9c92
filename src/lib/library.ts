/** All articles in all languages, and which text each language's reader is shown. */
import { allLocales, type Locale, SOURCE_LOCALE } from '../shared/locales';
import type { ArticleKey } from '../shared/urls';
import type { ArticleData } from './article-schema';
import { findShownLocale, type LanguageStatus } from './fallback';
import { hashSections } from './section-hash';
import type { ArticleSource } from './sections';
import { staleSections } from './staleness';
import { placeOfTopic } from './topics';

export interface ArticleEntry extends ArticleSource {
  readonly data: ArticleData;
}

/** One article as it stands in one language. */
export interface ShownArticle<Entry extends ArticleEntry = ArticleEntry> {
  readonly key: ArticleKey;
  readonly topic: string;
  /** The locale of the page. */
  readonly locale: Locale;
  /** The locale of the text: the page's own, or the nearest one where it has none. */
  readonly shownLocale: Locale;
  readonly isFallback: boolean;
  readonly entry: Entry;
  /** Ids of the shown text's sections that the English article has changed since; `head` and `intro` among them. */
  readonly stale: readonly string[];
  /** How the article stands in every language of the site. */
  readonly languages: readonly LanguageStatus[];
}

/** One article in all languages that have it. */
interface Work<Entry> {
  readonly key: ArticleKey;
  readonly order: number;
  readonly entries: ReadonlyMap<Locale, Entry>;
  readonly stale: ReadonlyMap<Locale, readonly string[]>;
}

/**
 * What each language's reader is shown: every article, in the order of the topics and by place within one.
 *
 * @param locales The site's languages; articles in others are left out.
 * @throws TypeError for an unknown folder, a translation of nothing, and frontmatter that does not fit its language.
 */
export function shelve<Entry extends ArticleEntry>(
  entries: readonly Entry[],
  locales: readonly Locale[],
): ReadonlyMap<Locale, readonly ShownArticle<Entry>[]> {
  const works = collectWorks(entries, new Set(locales)).toSorted(byPlace);
  requireRelated(works);
  const shelved = works.map((work) => ({ work, languages: locales.map((locale) => statusOf(work, locale)) }));
  return new Map(
    locales.map((locale) => [locale, shelved.map(({ work, languages }) => show(work, locale, languages))]),
  );
}

/** Splits `zh-Hant/logging-in/locked-out`. @throws TypeError when the folder is no locale. */
export function splitId(id: string): { locale: Locale; key: ArticleKey; topic: string } {
  const [folder = '', topic = '', name = ''] = id.split('/');
  const info = allLocales.find(({ code }) => code === folder);
  if (!info) throw new TypeError(`content/${folder} is not a language of src/shared/locales.ts`);
  return { locale: info.code, key: `${topic}/${name}`, topic };
}

function collectWorks<Entry extends ArticleEntry>(
  entries: readonly Entry[],
  locales: ReadonlySet<Locale>,
): Work<Entry>[] {
  const byKey = new Map<ArticleKey, Map<Locale, Entry>>();
  for (const entry of entries) {
    const { locale, key } = splitId(entry.id);
    if (!locales.has(locale)) continue;
    requireFittingFrontmatter(entry, locale);
    const work = byKey.get(key) ?? new Map<Locale, Entry>();
    byKey.set(key, work.set(locale, entry));
  }
  return [...byKey].map(([key, work]) => toWork(key, work));
}

function requireFittingFrontmatter({ id, data }: ArticleEntry, locale: Locale): void {
  const isSource = locale === SOURCE_LOCALE;
  const wrong = isSource ? data.translation : data.minor;
  if (wrong) throw new TypeError(`content/${id}.mdx: "${isSource ? 'translation' : 'minor'}" does not belong here`);
  if (!isSource && !data.translation) {
    throw new TypeError(`content/${id}.mdx has no "translation": run npm run translations -- --stamp ${locale}`);
  }
}

function toWork<Entry extends ArticleEntry>(key: ArticleKey, entries: ReadonlyMap<Locale, Entry>): Work<Entry> {
  const source = entries.get(SOURCE_LOCALE);
  if (!source) {
    const [orphan] = entries.values();
    throw new TypeError(`content/${orphan?.id}.mdx translates an article that content/${SOURCE_LOCALE} does not have`);
  }
  const current = hashSections(source);
  const stale = [...entries].map(([locale, { data }]) => {
    const made = data.translation?.source;
    return [locale, made ? staleSections(made, current, source.data.minor ?? {}) : []] as const;
  });
  return { key, order: source.data.order, entries, stale: new Map(stale) };
}

function byPlace(a: Work<ArticleEntry>, b: Work<ArticleEntry>): number {
  const [topicA, topicB] = [topicOf(a.key), topicOf(b.key)];
  const byTopic = placeOfTopic(topicA) - placeOfTopic(topicB) || topicA.localeCompare(topicB, 'en');
  return byTopic || a.order - b.order || a.key.localeCompare(b.key, 'en');
}

function topicOf(key: ArticleKey): string {
  return key.slice(0, key.indexOf('/'));
}

function requireRelated(works: readonly Work<ArticleEntry>[]): void {
  const keys = new Set(works.map(({ key }) => key));
  for (const { id, data } of works.flatMap(({ entries }) => [...entries.values()])) {
    const unknown = data.related.find((key) => !keys.has(key));
    if (unknown) throw new TypeError(`content/${id}.mdx: no article has the key "${unknown}" of "related"`);
  }
}

function show<Entry extends ArticleEntry>(
  work: Work<Entry>,
  locale: Locale,
  languages: readonly LanguageStatus[],
): ShownArticle<Entry> {
  const { key, entries, stale } = work;
  const shownLocale = shownIn(work, locale);
  return {
    key,
    topic: topicOf(key),
    locale,
    shownLocale,
    isFallback: shownLocale !== locale,
    entry: entries.get(shownLocale) as Entry,
    stale: stale.get(shownLocale) ?? [],
    languages,
  };
}

function shownIn({ entries }: Work<ArticleEntry>, locale: Locale): Locale {
  return findShownLocale(locale, new Set(entries.keys())) ?? SOURCE_LOCALE;
}

function statusOf(work: Work<ArticleEntry>, locale: Locale): LanguageStatus {
  const stale = work.stale.get(locale);
  const state = !stale ? 'missing' : stale.length > 0 ? 'stale' : 'translated';
  return { locale, state, shownLocale: shownIn(work, locale) };
}

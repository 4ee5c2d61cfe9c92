/** The articles that pages show: the content collection, resolved for each language. Build time only. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { enabledLocales, type Locale } from '../shared/locales';
import { type ShownArticle, shelve } from './library';

/** One article as a page of one language shows it. */
export type Article = ShownArticle<CollectionEntry<'articles'>>;

type Shelves = ReadonlyMap<Locale, readonly Article[]>;

let built: Promise<Shelves> | undefined;

/**
 * Every article as the readers of a locale are shown it: their own translation, else the nearest language's text.
 * Ordered by topic, then by `order`. Resolved once for a build; anew for each page while authors work.
 */
export async function resolveArticles(locale: Locale): Promise<readonly Article[]> {
  if (import.meta.env.DEV) return requireShelf(await loadShelves(), locale);
  built ??= loadShelves();
  return requireShelf(await built, locale);
}

async function loadShelves(): Promise<Shelves> {
  const entries = await getCollection('articles');
  return shelve(
    entries,
    enabledLocales.map(({ code }) => code),
  );
}

function requireShelf(shelves: Shelves, locale: Locale): readonly Article[] {
  const shelf = shelves.get(locale);
  if (!shelf) throw new TypeError(`the site is not built in "${locale}"`);
  return shelf;
}

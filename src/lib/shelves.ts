/** The shelf of each language, and the paths of what stands on it. Build time only. */
import { enabledLocales, type Locale, localeToSegment } from '../shared/locales';
import { type Article, resolveArticles } from './articles';
import { type Shelf, type TopicShelf, toShelf } from './shelf';

const shelves = new WeakMap<readonly Article[], Shelf<Article>>();

/** The shelf of a language: laid out once for a build. */
export async function loadShelf(locale: Locale): Promise<Shelf<Article>> {
  const articles = await resolveArticles(locale);
  const shelf = shelves.get(articles) ?? toShelf(articles);
  shelves.set(articles, shelf);
  return shelf;
}

/** Astro's static paths for the page of every topic, in every language. */
export async function topicPaths(): Promise<
  { params: Params; props: { locale: Locale; shelf: TopicShelf<Article> } }[]
> {
  return forEachTopic((locale, shelf, params) => [{ params, props: { locale, shelf } }]);
}

/** Astro's static paths for every article, in every language. */
export async function articlePaths(): Promise<{ params: Params; props: { article: Article } }[]> {
  return forEachTopic((_, { articles }, params) =>
    articles.map((article) => ({
      params: { ...params, article: article.key.slice(article.topic.length + 1) },
      props: { article },
    })),
  );
}

type Params = Record<string, string>;

async function forEachTopic<Path>(
  toPaths: (locale: Locale, shelf: TopicShelf<Article>, params: Params) => Path[],
): Promise<Path[]> {
  const paths = enabledLocales.map(async ({ code }) => {
    const { topics } = await loadShelf(code);
    return topics.flatMap((shelf) => toPaths(code, shelf, { locale: localeToSegment(code), topic: shelf.topic }));
  });
  return (await Promise.all(paths)).flat();
}

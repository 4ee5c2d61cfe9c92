/** One language's articles, laid out once so that each page finds its neighbours without walking through all of them. */
import { type Locale, localeInfo } from '../shared/locales';
import { site } from '../shared/site';
import { type ArticleKey, pageUrl } from '../shared/urls';
import { allTopics, requireTopic, type Topic } from './topics';

/** The part of a shown article that navigation needs; `ShownArticle` of `library.ts` fits. */
export interface Listed {
  readonly key: ArticleKey;
  readonly topic: string;
  readonly locale: Locale;
  readonly shownLocale: Locale;
  readonly entry: {
    readonly data: {
      readonly title: string;
      readonly description: string;
      readonly related: readonly ArticleKey[];
    };
  };
}

export interface TopicShelf<Article extends Listed = Listed> {
  readonly topic: Topic;
  /** In reading order. */
  readonly articles: readonly Article[];
}

export interface Shelf<Article extends Listed = Listed> {
  readonly byKey: ReadonlyMap<ArticleKey, Article>;
  /** Topics that have articles, in the order of `topics.ts`. */
  readonly topics: readonly TopicShelf<Article>[];
}

/** A link to an article, ready to be written. */
export interface ArticleLink {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Set where the title is in another language than the page. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** Lays out one language's articles, given in reading order. @throws TypeError for a folder that is no topic. */
export function toShelf<Article extends Listed>(articles: readonly Article[]): Shelf<Article> {
  const byTopic = Map.groupBy(articles, ({ topic }) => requireTopic(topic));
  return {
    byKey: new Map(articles.map((article) => [article.key, article])),
    topics: allTopics.flatMap((topic) => {
      const found = byTopic.get(topic);
      return found ? [{ topic, articles: found }] : [];
    }),
  };
}

/**
 * Replaces `{brand}`, as authors write it in titles and frontmatter.
 *
 * @example fillBrand('Your {brand} account') // 'Your Acme account'
 */
export function fillBrand(text: string): string {
  return text.replaceAll('{brand}', site.brand);
}

/** The link to an article within its page's language. */
export function toLink({ key, locale, shownLocale, entry }: Listed): ArticleLink {
  const { lang, dir } = localeInfo(shownLocale);
  return {
    url: pageUrl(locale, key),
    title: fillBrand(entry.data.title),
    description: fillBrand(entry.data.description),
    ...(shownLocale !== locale && { lang, dir }),
  };
}

/** How far the translation of each language has come: for the page that tells readers, and for the report that tells translators. */

import type { Locale } from '../shared/locales';
import type { ArticleData } from './article-schema';

/** The part of a shown article that is counted; `ShownArticle` of `library.ts` fits. */
export interface CountedArticle {
  readonly isFallback: boolean;
  readonly stale: readonly string[];
  readonly entry: { readonly data: Pick<ArticleData, 'translation'> };
}

export interface LanguageProgress {
  readonly locale: Locale;
  /** How many articles there are to translate. */
  readonly articles: number;
  /** Those that the language has, whatever their state. */
  readonly translated: number;
  /** Of these: those that English has changed since. */
  readonly stale: number;
  /** Of these: those that a machine translated, and no person has read yet. */
  readonly machine: number;
  /** Of these: those that a person has read. The rest is the source itself. */
  readonly reviewed: number;
}

/** Counts one language's articles. @param shelf Every article as the language's readers are shown it. */
export function countProgress(locale: Locale, shelf: readonly CountedArticle[]): LanguageProgress {
  const own = shelf.filter(({ isFallback }) => !isFallback);
  const withStatus = (status: string) => own.filter(({ entry }) => entry.data.translation?.status === status).length;
  return {
    locale,
    articles: shelf.length,
    translated: own.length,
    stale: own.filter(({ stale }) => stale.length > 0).length,
    machine: withStatus('machine'),
    reviewed: withStatus('reviewed'),
  };
}

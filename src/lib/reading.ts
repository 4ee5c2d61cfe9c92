/** What author components know of the article they stand in; the article's page puts it on `Astro.locals`. */
import type { AuthorContext } from './author-words';
import type { ContentsLink } from './navigation';

export interface Reading extends AuthorContext {
  /** The address to share, absolute and without a language. */
  readonly sharedUrl: string;
  /** The on-page list; it stands before the first section. */
  readonly contents: readonly ContentsLink[];
}

/** The reading of a page. @throws TypeError outside of an article. */
export function requireReading({ reading }: App.Locals): Reading {
  if (!reading) throw new TypeError('author components stand in articles only');
  return reading;
}

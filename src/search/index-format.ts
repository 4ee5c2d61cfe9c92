/**
 * The files that search in the browser reads, all JSON, one folder for each locale:
 *
 * - `/_search/<locale>/index.json`: the manifest;
 * - `/_search/<locale>/<hash>/words-<n>.json`: a part of the words, where they are too many for the manifest;
 * - `/_search/<locale>/<hash>/articles-<n>.json`: the texts of a few articles, for headings and excerpts.
 *
 * Only the manifest's address is fixed; the others carry the hash of what they hold, and never change.
 */
import { type Direction, type Locale, localeToSegment } from '../shared/locales';

/** Where the files of search and its client are, above the folders of the locales. */
export const SEARCH_ROOT = '/_search/';

/** The client's own file. */
export const CLIENT_URL = `${SEARCH_ROOT}client.js`;

/** From a word, folded by `foldWord`, to where it stands, as `postings.ts` writes it. */
export type WordTable = Readonly<Record<string, string>>;

/** A link that is offered where nothing was found. */
export interface HelpLink {
  readonly url: string;
  readonly title: string;
}

/** Messages of the catalog as they are written there: `{count}` and `{query}` are filled in by the client. */
export interface SearchTexts {
  readonly count: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  readonly none: string;
  readonly failed: string;
  readonly heading: string;
  readonly list: string;
}

export interface SearchManifest {
  readonly lang: string;
  /** The tag for numbers: browsers, like workerd, lack the digits of some languages. */
  readonly numerals: string;
  readonly dir: Direction;
  /** The language's name in that language. */
  readonly label: string;
  /** The locale's home page: articles' paths start there. */
  readonly home: string;
  /** Whether every article exists in this language. */
  readonly complete: boolean;
  /** Folders of the locales to ask where this one knows too little, nearest first. */
  readonly fallbacks: readonly string[];
  readonly texts: SearchTexts;
  readonly help: readonly HelpLink[];
  /** Folder of the words and of the articles. */
  readonly folder: string;
  /** How many sections each article has. Sections are numbered through all articles, from 0. */
  readonly sections: readonly number[];
  /** How many articles one file holds. */
  readonly articlesPerFile: number;
  /** The first word of each part of the words, in the order of their numbers. */
  readonly parts: readonly string[];
  /** All the words, where they are few; then there are no parts. */
  readonly words?: WordTable;
}

/** Id, heading and words of a section. The first of an article has neither id nor heading: it is what comes first. */
export type SectionText = readonly [id: string, heading: string, text: string];

export interface ArticleText {
  /** Below the locale's home page. */
  readonly path: string;
  readonly title: string;
  readonly sections: readonly SectionText[];
}

/** The folder of a locale's files. */
export function searchFolder(locale: Locale): string {
  return `${SEARCH_ROOT}${localeToSegment(locale)}/`;
}

/** What the first search of a visitor costs: every file from the first key to the list of results. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSearch } from '../../src/search/answer';
import { searchFolder } from '../../src/search/index-format';
import type { Locale } from '../../src/shared/locales';
import { brotliBytes, CDN_LEVEL } from './article-weight';

export interface SearchWeight {
  readonly locale: Locale;
  readonly query: string;
  readonly articles: number;
  /** Script and styles. */
  readonly clientBytes: number;
  /** What is searched in. */
  readonly wordBytes: number;
  /** The texts of the results that are shown. */
  readonly textBytes: number;
  readonly requests: number;
}

const CLIENT_FILES = ['/_search/client.js', '/_search/client.css'];

/** As many as the list under the field shows. */
const LIST_MAX = 6;

/** Searches in a built site as the browser does. @param folder The files that the site serves. */
export async function weighSearch(folder: string, locale: Locale, query: string): Promise<SearchWeight> {
  const bytesOf = (url: string) => brotliBytes(readFileSync(join(folder, url)), CDN_LEVEL);
  const read: string[] = [];
  const search = createSearch(searchFolder(locale), async (url) => {
    read.push(url);
    return JSON.parse(readFileSync(join(folder, url), 'utf8')) as unknown;
  });
  let articles = 0;
  for await (const { own, other } of search.answer(query, LIST_MAX)) articles = own.total + (other?.total ?? 0);
  const sumOf = (urls: readonly string[]) => urls.reduce((sum, url) => sum + bytesOf(url), 0);
  const isText = (url: string) => url.includes('/articles-');
  return {
    locale,
    query,
    articles,
    clientBytes: sumOf(CLIENT_FILES),
    wordBytes: sumOf(read.filter((url) => !isText(url))),
    textBytes: sumOf(read.filter(isText)),
    requests: CLIENT_FILES.length + read.length,
  };
}

/** Builds the search files of every language from the articles: Pagefind reads them, `compileWords` makes them small. */
import { createHash } from 'node:crypto';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { AuthorContext } from '../../src/lib/author-words';
import { type ArticleEntry, type ShownArticle, shelve } from '../../src/lib/library';
import { toShelf } from '../../src/lib/shelf';
import { type ArticleText, type SearchManifest, searchFolder, type WordTable } from '../../src/search/index-format';
import { loadCatalog, translator } from '../../src/shared/catalog';
import { numeralTag } from '../../src/shared/intl';
import { enabledLocales, isEnabledLocale, type LocaleInfo } from '../../src/shared/locales';
import { homeUrl } from '../../src/shared/urls';
import { compileWords } from './compile-words';
import { type SearchDocument, toDocument, toIndexedHtml } from './document';
import { helpLinks, searchTexts } from './manifest-texts';
import { readPagefind } from './read-pagefind';

/** From a file's URL to its text. */
export type SearchFiles = ReadonlyMap<string, string>;

export interface BuiltIndex {
  readonly files: SearchFiles;
  /** How many articles each locale's index holds. */
  readonly articles: ReadonlyMap<LocaleInfo, number>;
}

/** Words are one file with the manifest up to this many letters of JSON, and parts of about this size beyond. */
const PART_LETTERS = 24_000;

/** Most article files of one language: the platform's free plan allows 20,000 files in all. */
const ARTICLE_FILES_MAX = 200;

/** Builds the index of every enabled language. The same articles make the same files. */
export async function buildIndex(entries: readonly ArticleEntry[]): Promise<BuiltIndex> {
  const files = new Map<string, string>();
  const articles = new Map<LocaleInfo, number>();
  const shelves = shelve(
    entries,
    enabledLocales.map(({ code }) => code),
  );
  try {
    for (const info of enabledLocales) {
      const shown = shelves.get(info.code) ?? [];
      const catalog = await loadCatalog(info.code);
      const t = translator(info.code, catalog);
      const context = { locale: info.code, shownLocale: info.code, t, shelf: toShelf(shown) };
      const documents = toDocuments(shown, context);
      const words = compileWords(documents, readPagefind(await runPagefind(documents, info.lang)), info.lang);
      const manifest = {
        ...describe(info, documents.length === shown.length),
        texts: searchTexts(catalog),
        help: helpLinks(context),
      };
      for (const [url, text] of toFiles(manifest, documents, words, info)) files.set(url, text);
      articles.set(info, documents.length);
    }
  } finally {
    await close();
  }
  return { files, articles };
}

/** The articles that the language has itself, in reading order; what it borrows is in the other language's index. */
function toDocuments(shown: readonly ShownArticle[], context: AuthorContext): readonly SearchDocument[] {
  return shown.filter(({ isFallback }) => !isFallback).map(({ entry }) => toDocument(entry, context));
}

async function runPagefind(documents: readonly SearchDocument[], lang: string): Promise<readonly IndexFile[]> {
  const { index, errors } = await createIndex({ maxFragments: documents.length + 1 });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  for (const document of documents) {
    const added = await index.addHTMLFile({ url: document.path, content: toIndexedHtml(document, lang) });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${lang}/${document.path}: ${added.errors.join(', ')}`);
  }
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files;
}

type Facts = Pick<SearchManifest, 'lang' | 'numerals' | 'dir' | 'label' | 'home' | 'complete' | 'fallbacks'>;
type Description = Facts & Pick<SearchManifest, 'texts' | 'help'>;

function describe({ code, lang, dir, label, fallback }: LocaleInfo, complete: boolean): Facts {
  return {
    lang,
    numerals: numeralTag(code),
    dir,
    label,
    home: homeUrl(code),
    complete,
    fallbacks: fallback.filter(isEnabledLocale).map(searchFolder),
  };
}

function* toFiles(
  description: Description,
  documents: readonly SearchDocument[],
  words: WordTable,
  { code }: LocaleInfo,
): Iterable<[url: string, text: string]> {
  const parts = cutParts(words);
  const articlesPerFile = Math.max(1, Math.ceil(documents.length / ARTICLE_FILES_MAX));
  const texts = documents.map(({ path, title, sections }): ArticleText => ({ path, title, sections }));
  const folder = `${searchFolder(code)}${hashOf([words, texts])}/`;
  const isSmall = parts.length < 2;
  for (const [number, part] of isSmall ? [] : parts.entries())
    yield [`${folder}words-${number}.json`, JSON.stringify(part)];
  for (let from = 0; from < texts.length; from += articlesPerFile) {
    const name = `articles-${from / articlesPerFile}.json`;
    yield [`${folder}${name}`, JSON.stringify(texts.slice(from, from + articlesPerFile))];
  }
  const manifest: SearchManifest = {
    ...description,
    folder,
    sections: documents.map(({ sections }) => sections.length),
    articlesPerFile,
    parts: isSmall ? [] : parts.map((part) => Object.keys(part)[0] ?? ''),
    ...(isSmall && { words }),
  };
  yield [`${searchFolder(code)}index.json`, JSON.stringify(manifest)];
}

/** Cuts the words, in their order, into parts of about the same size. */
export function cutParts(words: WordTable): readonly WordTable[] {
  const parts: [string, string][][] = [[]];
  let letters = 0;
  for (const entry of Object.entries(words)) {
    letters += JSON.stringify(entry).length;
    if (letters > PART_LETTERS * parts.length) parts.push([]);
    parts.at(-1)?.push(entry);
  }
  return parts.map((part) => Object.fromEntries(part));
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10);
}

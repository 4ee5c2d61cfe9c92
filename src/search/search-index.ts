/** One language's index, loaded piece by piece: only what a query needs. */
import { excerptOf, markWords, type Piece } from './excerpt';
import type { ArticleText, SearchManifest, WordTable } from './index-format';
import { cutByTable, partsFor, typedWords } from './query-terms';
import { type Hit, rankSections, type Term } from './rank-sections';
import { isUnspaced } from './words';

/** Reads a JSON file. Rejects when it cannot be had. */
export type ReadJson = (url: string) => Promise<unknown>;

/** What a result shows, and where it leads. */
export interface Result {
  /** Below the locale's home page; with the question's id. */
  readonly path: string;
  readonly title: readonly Piece[];
  /** The article's title, where the result is one of its sections. */
  readonly article?: string;
  readonly excerpt: readonly Piece[];
}

export interface SearchIndex {
  readonly manifest: SearchManifest;
  /** Every article that answers the query, best first. */
  find(query: string): Promise<readonly Hit[]>;
  /** The words and marks of hits, in their order. */
  read(hits: readonly Hit[]): Promise<readonly Result[]>;
}

/** The index of a manifest. What has been read is kept; what could not be read is tried again. */
export function openIndex(manifest: SearchManifest, readJson: ReadJson): SearchIndex {
  const files = new Map<string, Promise<unknown>>();
  const read = (name: string): Promise<unknown> => {
    const url = `${manifest.folder}${name}.json`;
    const file = files.get(url) ?? readJson(url);
    files.set(url, file);
    file.catch(() => files.delete(url));
    return file;
  };
  const readTable = (part: number) => read(`words-${part}`) as Promise<WordTable>;
  const readTerms = async (typed: string): Promise<readonly Term[]> => {
    const tables = await Promise.all(partsFor(typed, manifest).map(readTable));
    const table: WordTable = Object.assign({}, manifest.words, ...tables);
    const words = isUnspaced(manifest.lang) ? cutByTable(typed, table) : [typed];
    return words.map((word) => ({ typed: word, table }));
  };
  const readArticle = async ({ article }: Hit): Promise<ArticleText> => {
    const file = Math.floor(article / manifest.articlesPerFile);
    const articles = (await read(`articles-${file}`)) as readonly ArticleText[];
    return articles[article % manifest.articlesPerFile] as ArticleText;
  };
  return {
    manifest,
    async find(query) {
      const terms = await Promise.all(typedWords(query, manifest.lang).map(readTerms));
      return rankSections(terms.flat(), manifest.sections);
    },
    read: (hits) => Promise.all(hits.map(async (hit) => toResult(hit, await readArticle(hit), manifest.lang))),
  };
}

function toResult({ section, words }: Hit, { path, title, sections }: ArticleText, lang: string): Result {
  const [id, heading, text] = sections[section] ?? ['', '', ''];
  const excerpt = excerptOf(text, words, lang);
  return id === ''
    ? { path, title: markWords(title, words, lang), excerpt }
    : { path: `${path}#${id}`, title: markWords(heading, words, lang), article: title, excerpt };
}

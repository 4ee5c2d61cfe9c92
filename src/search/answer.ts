/** Answers a query: in the reader's language and, where that knows too little, in the nearest one that knows more. */
import type { SearchManifest } from './index-format';
import { openIndex, type ReadJson, type Result, type SearchIndex } from './search-index';

/** What one language has to say. */
export interface AnswerGroup {
  readonly manifest: SearchManifest;
  readonly results: readonly Result[];
  /** Articles found, shown or not. */
  readonly total: number;
}

export interface Answer {
  readonly query: string;
  readonly own: AnswerGroup;
  /** The language that helped out. */
  readonly other?: AnswerGroup;
}

/** Fewer articles than this are few, where the language lacks some. */
const ENOUGH = 3;

export interface Search {
  /** What the reader's own language says, once it is known. */
  readonly manifest: SearchManifest | undefined;
  /** Loads what every query needs. Never rejects. */
  prepare(): Promise<void>;
  /**
   * Yields what the reader's own language has as soon as it is there; once more, where another language adds to it.
   * That nothing was found is said when all have been asked.
   * Rejects when the network does not answer, after one more try: a new release has new files.
   */
  answer(query: string, limit: number): AsyncGenerator<Answer>;
}

/** Answers queries from the index in a folder and from those of its fallback chain. */
export function createSearch(folder: string, readJson: ReadJson): Search {
  const indexes = new Map<string, Promise<SearchIndex>>();
  let manifest: SearchManifest | undefined;
  const open = (of: string): Promise<SearchIndex> => {
    const index = indexes.get(of) ?? readIndex(of, readJson);
    indexes.set(of, index);
    return index;
  };
  const ask = async (of: string, query: string, limit: number): Promise<AnswerGroup> => {
    try {
      return await askIndex(await open(of), query, limit);
    } catch {
      indexes.delete(of);
      return askIndex(await open(of), query, limit);
    }
  };
  return {
    get manifest() {
      return manifest;
    },
    async prepare() {
      try {
        ({ manifest } = await open(folder));
      } catch {
        indexes.delete(folder);
      }
    },
    async *answer(query, limit) {
      const own = await ask(folder, query, limit);
      manifest = own.manifest;
      if (own.total > 0) yield { query, own };
      for (const fallback of needsHelp(own) ? own.manifest.fallbacks : []) {
        const other = withoutKnown(await ask(fallback, query, limit), own);
        if (other.total === 0) continue;
        yield { query, own, other };
        return;
      }
      if (own.total === 0) yield { query, own };
    },
  };
}

async function readIndex(folder: string, readJson: ReadJson): Promise<SearchIndex> {
  return openIndex((await readJson(`${folder}index.json`)) as SearchManifest, readJson);
}

async function askIndex(index: SearchIndex, query: string, limit: number): Promise<AnswerGroup> {
  const hits = await index.find(query);
  return { manifest: index.manifest, total: hits.length, results: await index.read(hits.slice(0, limit)) };
}

function needsHelp({ total, manifest }: AnswerGroup): boolean {
  return total === 0 || (total < ENOUGH && !manifest.complete);
}

/** Articles that the reader's own language has found already are no news in another one. */
function withoutKnown(other: AnswerGroup, own: AnswerGroup): AnswerGroup {
  const known = new Set(own.results.map(({ path }) => articleOf(path)));
  const results = other.results.filter(({ path }) => !known.has(articleOf(path)));
  return { ...other, results, total: other.total - (other.results.length - results.length) };
}

function articleOf(path: string): string {
  return path.replace(/#.*/, '');
}

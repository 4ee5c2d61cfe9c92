/** A copy of this project in some of its languages, with as many articles as a measurement asks for. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { enabledLocales, type Locale, SOURCE_LOCALE } from '../../src/shared/locales';
import { copyProject, type ProjectCopy } from '../local/project-copy';

const LOCALES_FILE = 'src/shared/locales.ts';
/** Where that file says which languages are built; the copy builds the first of them. */
const ENABLED = 'enabled: false, ...entry';

/** How large a copy is. */
export interface CorpusSize {
  /** As many of the enabled languages, in their order. */
  readonly languages: number;
  /** As many as are written or more: articles name each other. */
  readonly articles: number;
}

/** How many languages the whole site has, and how many articles each of them. */
export const wholeSite = {
  languages: enabledLocales.length,
  articles: globSync(`content/${SOURCE_LOCALE}/*/*.mdx`).length,
} as const satisfies CorpusSize;

/** Makes the copy. */
export function makeCorpus({ languages, articles }: CorpusSize): ProjectCopy {
  const copy = copyProject(['content', 'locales', 'test']);
  try {
    const codes = enabledLocales.slice(0, languages).map(({ code }) => code);
    enableOnly(codes, join(copy.folder, LOCALES_FILE));
    for (const code of codes) {
      cpSync(`locales/${code}.json`, join(copy.folder, `locales/${code}.json`));
      writeArticles(copy.folder, code, articles);
    }
    return copy;
  } catch (error) {
    copy[Symbol.dispose]();
    throw error;
  }
}

function enableOnly(codes: readonly Locale[], file: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(ENABLED)) throw new TypeError(`${LOCALES_FILE} no longer says "${ENABLED}"`);
  writeFileSync(file, source.replace(ENABLED, `...entry, enabled: ${JSON.stringify(codes)}.includes(entry.code)`));
}

/** Repeats the written articles under other names until there are enough. */
function writeArticles(folder: string, code: Locale, count: number): void {
  const files = globSync(`content/${code}/*/*.mdx`).toSorted();
  for (let index = 0; index < count; index += 1) {
    const file = files[index % files.length] ?? '';
    const round = Math.floor(index / files.length);
    const name = round === 0 ? basename(file) : basename(file).replace('.mdx', `-${round}.mdx`);
    const target = join(folder, 'content', code, basename(dirname(file)), name);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

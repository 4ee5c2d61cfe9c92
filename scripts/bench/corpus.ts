/** A copy of this project in every language it knows, with as many articles as a measurement asks for. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { allLocales, enabledLocales, type LocaleInfo, SOURCE_LOCALE } from '../../src/shared/locales';
import { copyProject, type ProjectCopy } from '../local/project-copy';

const LOCALES_FILE = 'src/shared/locales.ts';
/** Where that file says which languages are built; the copy builds the first ones of its list. */
const ENABLED = { here: 'enabled: false, ...entry', inCopy: '...entry, enabled: index < ' };

/** Ends a borrowed message, unseen: it may equal English by right in the language it comes from, but not in another. */
const BORROWED = '\u2060';

type Catalog = Record<string, string | Record<string, string>>;

/** How large a copy is. */
export interface CorpusSize {
  /** As many of the known languages, in their order; those that are written are among the first ten. */
  readonly languages: number;
  /** As many as are written or more: articles name each other. */
  readonly articles: number;
}

/** How many articles English has. */
export const writtenArticles = globSync(`content/${SOURCE_LOCALE}/*/*.mdx`).length;

/** Makes the copy. Every language takes its words from the written language that is nearest in script. */
export function makeCorpus({ languages, articles }: CorpusSize): ProjectCopy {
  const copy = copyProject(['content', 'locales', 'test']);
  try {
    enableFirst(languages, join(copy.folder, LOCALES_FILE));
    for (const locale of allLocales.slice(0, languages)) {
      writeCatalog(copy.folder, locale);
      writeArticles(copy.folder, locale, articles);
    }
    return copy;
  } catch (error) {
    copy[Symbol.dispose]();
    throw error;
  }
}

function enableFirst(languages: number, file: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(ENABLED.here)) throw new TypeError(`${LOCALES_FILE} no longer says "${ENABLED.here}"`);
  const withIndex = source.replace(
    'entries.map((entry: LocaleEntry)',
    'entries.map((entry: LocaleEntry, index: number)',
  );
  if (withIndex === source) throw new TypeError(`${LOCALES_FILE} no longer maps its entries one by one`);
  writeFileSync(file, withIndex.replace(ENABLED.here, `${ENABLED.inCopy}${languages}`));
}

/** The written language that stands in for one that is not: the same script where there is one, never English. */
function standIn(locale: LocaleInfo): LocaleInfo {
  const written = enabledLocales.filter((info) => articlesOf(info).length > 0);
  const own = written.find(({ code }) => code === locale.code);
  const others = written.filter(({ code }) => code !== SOURCE_LOCALE);
  const found = own ?? others.find(({ script }) => script === locale.script) ?? others[0];
  if (!found) throw new TypeError('A corpus needs articles in one language beside English');
  return found;
}

function articlesOf({ code }: LocaleInfo): string[] {
  return globSync(`content/${code}/*/*.mdx`).toSorted();
}

function writeCatalog(folder: string, locale: LocaleInfo): void {
  const source = standIn(locale);
  const catalog = JSON.parse(readFileSync(`locales/${source.code}.json`, 'utf8')) as Catalog;
  const categories = new Intl.PluralRules(locale.lang).resolvedOptions().pluralCategories;
  const entries = Object.entries(catalog).map(([key, message]) => {
    if (source.code === locale.code) return [key, message];
    if (typeof message === 'string') return [key, message + BORROWED];
    return [key, Object.fromEntries(categories.map((category) => [category, message.other ?? '']))];
  });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, `locales/${locale.code}.json`), JSON.stringify(Object.fromEntries(entries)));
}

/** Repeats the written articles under other names until there are enough. */
function writeArticles(folder: string, locale: LocaleInfo, count: number): void {
  const files = articlesOf(standIn(locale));
  for (let index = 0; index < count; index += 1) {
    const file = files[index % files.length] ?? '';
    const round = Math.floor(index / files.length);
    const name = round === 0 ? basename(file) : basename(file).replace('.mdx', `-${round}.mdx`);
    const target = join(folder, 'content', locale.code, basename(dirname(file)), name);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

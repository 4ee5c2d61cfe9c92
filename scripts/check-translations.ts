/** What is wrong with the texts of a language: messages, articles, and how both keep to the language's guide. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleEntry, shelve, splitId } from '../src/lib/library';
import { allLocales, type LocaleInfo, localeInfo, SOURCE_LOCALE } from '../src/shared/locales';
import { messageNotes } from '../src/shared/messages';
import { findArticleProblems } from './article-problems';
import { readArticles } from './content-files';
import { findGlossaryProblems } from './language-checks/glossary-problems';
import { readGuide } from './language-checks/guide';
import { articlePassages, messagePassages, type Passage } from './language-checks/passages';
import { englishSentences } from './language-checks/sentence-problems';
import { findTextProblems } from './language-checks/text-problems';
import { findMessageProblems, type RawCatalog } from './message-problems';

/**
 * What must be there. `every`: every message and article, before a change of an enabled language is merged. `messages`:
 * every message, which is what the site needs to be built. `written`: nothing more; but what is there must be right in any case.
 */
export type Scope = 'every' | 'messages' | 'written';

/** The languages that are enabled, and those that somebody has begun to translate. */
export function languagesInTree(root: string, known = allLocales): readonly LocaleInfo[] {
  return known.filter(
    ({ code, enabled }) =>
      enabled || existsSync(join(root, `locales/${code}.json`)) || existsSync(join(root, `content/${code}`)),
  );
}

/** What is wrong with any language that has texts in the tree, one line each. */
export async function checkLanguages(root: string): Promise<readonly string[]> {
  const english = readEnglishSentences(root);
  const infos = languagesInTree(root);
  const problems = await Promise.all(infos.map((info) => checkLanguage(root, info, scopeOf(info), english)));
  return problems.flat();
}

/**
 * What is wrong with a language, one line each. A language that is not enabled may be incomplete.
 *
 * @param english What `readEnglishSentences` reads, where it is known already.
 */
export async function checkLanguage(
  root: string,
  info: LocaleInfo,
  scope = scopeOf(info),
  english = readEnglishSentences(root),
): Promise<readonly string[]> {
  return [
    ...checkMessages(root, info, scope),
    ...checkArticles(root, info, scope),
    ...(await checkWords(root, info, english)),
  ];
}

/** What is wrong with the messages of a language, one line each. */
export function checkMessages(root: string, info: LocaleInfo, scope: Scope): readonly string[] {
  const { code, lang, enabled } = info;
  if (!existsSync(catalogPath(root, code))) {
    const isNeeded = enabled || scope !== 'written';
    return isNeeded ? [`locales/${code}.json is missing: copy locales/${SOURCE_LOCALE}.json and translate it`] : [];
  }
  const catalog = readCatalog(root, code);
  const { same } = readGuide(root, info);
  const isExpected = ([key]: [string, unknown]) => scope !== 'written' || Object.hasOwn(catalog, key);
  return findMessageProblems({
    locale: code,
    lang,
    catalog,
    source: code === SOURCE_LOCALE ? undefined : readCatalog(root, SOURCE_LOCALE),
    notes: Object.fromEntries(Object.entries(messageNotes).filter(isExpected)),
    isSameRightly: (key) => same.includes(key),
  });
}

/** What is wrong with the build of a language's articles, and which of them are missing, one line each. */
export function checkArticles(root: string, { code }: LocaleInfo, scope: Scope): readonly string[] {
  const pairs = readPairs(root, code);
  const written = new Set(pairs.map(({ article }) => splitId(article.id).key));
  const keys = scope === 'every' ? readArticles(root, [SOURCE_LOCALE]).map(({ id }) => splitId(id).key) : [];
  return [
    ...pairs.flatMap(({ article, source }) => (source ? findArticleProblems(article, source) : [])),
    ...keys.filter((key) => !written.has(key)).map((key) => `content/${code}/${key}.mdx is missing`),
  ];
}

/** What is wrong with the words of a language's messages and articles, one line each. */
async function checkWords(root: string, info: LocaleInfo, english: ReadonlySet<string>): Promise<readonly string[]> {
  const guide = readGuide(root, info);
  if (guide.problems.length > 0) return guide.problems;
  const passages = readPassages(root, info);
  return [...findGlossaryProblems(passages, guide, info), ...(await findTextProblems(passages, guide, info, english))];
}

function readEnglishSentences(root: string): ReadonlySet<string> {
  return englishSentences(readPassages(root, localeInfo(SOURCE_LOCALE)).map(({ text }) => text));
}

/** Everything that a reader of the language reads, beside what English says there. */
function readPassages(root: string, { code }: LocaleInfo): readonly Passage[] {
  const catalog = existsSync(catalogPath(root, code)) ? readCatalog(root, code) : {};
  return [
    ...messagePassages(code, catalog, readCatalog(root, SOURCE_LOCALE)),
    ...readPairs(root, code).flatMap(({ article, source }) => articlePassages(article, source ?? article)),
  ];
}

/** Each article of a language, with the English one that it translates. @throws TypeError as `shelve` does. */
function readPairs(root: string, locale: string): { article: ArticleEntry; source: ArticleEntry | undefined }[] {
  const entries = readArticles(root, [...new Set([locale, SOURCE_LOCALE])]);
  const locales = entries.map(({ id }) => splitId(id).locale);
  shelve(entries, [...new Set(locales)]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries
    .filter(({ id }) => id.startsWith(`${locale}/`))
    .map((article) => ({
      article,
      source: locale === SOURCE_LOCALE ? undefined : byId.get(`${SOURCE_LOCALE}/${splitId(article.id).key}`),
    }));
}

function scopeOf({ enabled }: LocaleInfo): Scope {
  return enabled ? 'every' : 'written';
}

function catalogPath(root: string, locale: string): string {
  return join(root, `locales/${locale}.json`);
}

function readCatalog(root: string, locale: string): RawCatalog {
  try {
    return JSON.parse(readFileSync(catalogPath(root, locale), 'utf8'));
  } catch (cause) {
    throw new TypeError(`locales/${locale}.json: ${(cause as Error).message}`, { cause });
  }
}

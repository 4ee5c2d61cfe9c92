/** Every language of the site is complete, and its articles are built as the English ones are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleEntry, shelve, splitId } from '../src/lib/library';
import { enabledLocales, SOURCE_LOCALE } from '../src/shared/locales';
import { type MessageKey, messageNotes } from '../src/shared/messages';
import { findArticleProblems } from './article-problems';
import { readArticles } from './content-files';
import { findMessageProblems, type RawCatalog } from './message-problems';
import { sameAsEnglish } from './same-as-english';

/** What is wrong with the messages of the enabled languages, one line each. */
export function checkMessages(root: string): readonly string[] {
  const source = readCatalog(root, SOURCE_LOCALE);
  return enabledLocales.flatMap(({ code, lang }) =>
    findMessageProblems({
      locale: code,
      lang,
      catalog: readCatalog(root, code),
      source: code === SOURCE_LOCALE ? undefined : source,
      notes: messageNotes,
      isSameRightly: (key) => sameAsEnglish[key as MessageKey]?.locales.includes(code) ?? false,
    }),
  );
}

/** What is wrong with the translated articles of the enabled languages, one line each. */
export function checkArticles(root: string): readonly string[] {
  const entries = readArticles(root);
  const locales = enabledLocales.map(({ code }) => code);
  shelve(entries, locales);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries
    .filter(({ id }) => locales.includes(splitId(id).locale) && splitId(id).locale !== SOURCE_LOCALE)
    .flatMap((entry) =>
      findArticleProblems(entry, byId.get(`${SOURCE_LOCALE}/${splitId(entry.id).key}`) as ArticleEntry),
    );
}

function readCatalog(root: string, locale: string): RawCatalog {
  const path = join(root, `locales/${locale}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new TypeError(`locales/${locale}.json: ${(cause as Error).message}`, { cause });
  }
}

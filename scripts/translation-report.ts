/** The table of `npm run translations`. */
import { countProgress } from '../src/lib/language-progress';
import { type ArticleEntry, type ShownArticle, shelve } from '../src/lib/library';
import { type Locale, type LocaleInfo, SOURCE_LOCALE } from '../src/shared/locales';
import { alignTable } from './aligned-table';

const columns = ['language', 'online', 'articles', 'out of date', 'missing', 'machine', 'reviewed'] as const;

/** One line for each language, then what is out of date, with its sections, and what is missing. */
export function reportTranslations(entries: readonly ArticleEntry[], locales: readonly LocaleInfo[]): string {
  const shelves = shelve(
    entries,
    locales.map(({ code }) => code),
  );
  const translations = locales.filter(({ code }) => code !== SOURCE_LOCALE);
  const rows = translations.map((info) => rowOf(info, shelves.get(info.code) ?? []));
  const problems = translations.flatMap(({ code }) => problemsOf(code, shelves.get(code) ?? []));
  return [...alignTable([columns, ...rows]), ...(problems.length > 0 ? [''] : []), ...problems].join('\n');
}

function rowOf({ code, name, enabled }: LocaleInfo, shelf: readonly ShownArticle[]): readonly string[] {
  const { articles, translated, stale, machine, reviewed } = countProgress(code, shelf);
  const counts = [translated, stale, articles - translated, machine, reviewed];
  return [`${code} ${name}`, enabled ? 'yes' : 'no', ...counts.map(String)];
}

function problemsOf(locale: Locale, shelf: readonly ShownArticle[]): string[] {
  const own = shelf.filter(({ isFallback, stale }) => !isFallback && stale.length > 0);
  const missing = shelf.filter(({ isFallback }) => isFallback);
  return [
    ...own.map(({ key, stale }) => `${locale} out of date: ${key}: ${stale.join(', ')}`),
    ...missing.map(({ key, shownLocale }) => `${locale} missing: ${key} (shown in ${shownLocale})`),
  ];
}

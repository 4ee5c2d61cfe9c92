/** Which language's text stands in for one that is missing. */
import { enabledLocales, type Locale, localeInfo } from '../shared/locales';

/**
 * The locale whose text a reader is shown: their own, else the nearest of its fallback chain that has one.
 *
 * @param existing Locales that have the text.
 * @example findShownLocale('ca', new Set(['en', 'es'])) // 'es'
 */
export function findShownLocale(locale: Locale, existing: ReadonlySet<Locale>): Locale | undefined {
  return [locale, ...localeInfo(locale).fallback].find((candidate) => existing.has(candidate));
}

/** How a page stands in one language. */
export interface LanguageStatus {
  readonly locale: Locale;
  /** `missing`: the page is there, but shows another language's text. */
  readonly state: 'translated' | 'stale' | 'missing';
  /** The locale of the text. */
  readonly shownLocale: Locale;
}

/** The locales that have a text of their own. */
export function translationsOf(languages: readonly LanguageStatus[]): readonly Locale[] {
  return languages.filter(({ state }) => state !== 'missing').map(({ locale }) => locale);
}

/** The statuses of a page that every language has, such as a form or the home page. */
export const translatedEverywhere: readonly LanguageStatus[] = enabledLocales.map(({ code }) => ({
  locale: code,
  state: 'translated',
  shownLocale: code,
}));

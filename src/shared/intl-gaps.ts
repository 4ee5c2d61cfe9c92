/**
 * Languages that workerd's Intl does not speak: it would silently answer in American English. What it lacks is in
 * `intl-gaps.json`, which `scripts/intl-gaps.ts` makes from CLDR. The site uses it too, so that a page built ahead and
 * one built at the edge agree.
 */
import data from './intl-gaps.json';
import type { Locale } from './locales';

export interface IntlGap {
  /** The calendar that the months are of, as Intl names it. */
  readonly calendar: string;
  readonly months: readonly string[];
  /** Before noon and after; none where hours are counted to 24. */
  readonly dayPeriods: readonly string[];
  /**
   * Patterns of a day, of a time of day, and of both with a zone: `{year}`, `{month}`, `{day}`, `{hour}` (or `{paddedHour}`,
   * of two digits), `{minute}`, `{dayPeriod}`, `{timeZoneName}`.
   */
  readonly day: string;
  readonly clock: string;
  readonly moment: string;
  /** From ISO 3166-1 alpha-2 to the name, in the order of the language's dictionaries. */
  readonly regions: Readonly<Record<string, string>>;
}

export const gapLocales = ['ckb', 'ku', 'om', 'ps', 'ti'] as const satisfies readonly Locale[];

const gaps: Readonly<Partial<Record<Locale, IntlGap>>> = data;

/** What Intl lacks of a language; undefined where it lacks nothing. */
export function findIntlGap(locale: Locale): IntlGap | undefined {
  return gaps[locale];
}

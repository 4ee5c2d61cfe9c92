/** Days, as a reader's language writes them. */

/**
 * A day in the language's own calendar, digits and order of words.
 *
 * @param day Midnight in UTC of that day, as frontmatter's dates are read.
 * @example longDay(new Date('2026-11-20'), 'fa') // '۲۹ آبان ۱۴۰۵'
 */
export function longDay(day: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** @example isoDay(new Date('2026-11-20')) // '2026-11-20' */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

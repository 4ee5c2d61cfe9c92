/** Days, as machines read them. */

/** @example isoDay(new Date('2026-11-20')) // '2026-11-20' */
export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** Days and times in the words, the calendar and the digits of a locale, where Intl speaks it and where it does not. */
import { numeralTag } from './intl';
import { findIntlGap, type IntlGap } from './intl-gaps';
import { type Locale, localeInfo } from './locales';

/**
 * A day, whose midnight is in UTC.
 *
 * @example dayInWords('fa', new Date('2026-11-20')) // '۲۹ آبان ۱۴۰۵'
 */
export function dayInWords(locale: Locale, day: Date): string {
  const gap = findIntlGap(locale);
  if (gap) return fill(gap.day, locale, gap, day.getTime(), 'UTC');
  return new Intl.DateTimeFormat(localeInfo(locale).lang, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/**
 * A day and a time.
 *
 * @param moment Milliseconds since the epoch.
 * @param timeZone IANA name. E-mails do not know where their reader is, so they speak in UTC.
 * @example momentInWords('en', 0) // 'January 1, 1970 at 12:00 AM UTC'
 */
export function momentInWords(locale: Locale, moment: number, timeZone = 'UTC'): string {
  const gap = findIntlGap(locale);
  if (gap) return fill(gap.moment, locale, gap, moment, timeZone);
  return new Intl.DateTimeFormat(localeInfo(locale).lang, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment);
}

/**
 * A time of day at a place, with that place's offset or zone.
 *
 * @param moment Milliseconds since the epoch.
 * @param timeZone IANA name.
 * @example clockTime('en', 0, 'Europe/Berlin') // '1:00 AM GMT+1'
 */
export function clockTime(locale: Locale, moment: number, timeZone: string): string {
  const gap = findIntlGap(locale);
  if (gap) return `${fill(gap.clock, locale, gap, moment, timeZone)} (${offsetOf(moment, timeZone)})`;
  const clock = { hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(localeInfo(locale).lang, clock).format(moment);
}

/** @example offsetOf(0, 'Europe/Berlin') // 'GMT+1'; UTC is called so */
function offsetOf(moment: number, timeZone: string): string {
  if (timeZone === 'UTC') return timeZone;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';
}

/** Fills a pattern with what Intl, asked for nothing but numbers, says of a moment at a place. */
function fill(pattern: string, locale: Locale, gap: IntlGap, moment: number, timeZone: string): string {
  const at = numbersOf(moment, gap.calendar, timeZone);
  const hour = gap.dayPeriods.length > 0 ? at('hour') % 12 || 12 : at('hour');
  const digits = (value: number, least = 1) =>
    new Intl.NumberFormat(numeralTag(locale), { useGrouping: false, minimumIntegerDigits: least }).format(value);
  const values: Readonly<Record<string, string | undefined>> = {
    year: digits(at('year')),
    month: gap.months[at('month') - 1],
    day: digits(at('day')),
    hour: digits(hour),
    paddedHour: digits(hour, 2),
    minute: digits(at('minute'), 2),
    timeZoneName: offsetOf(moment, timeZone),
    dayPeriod: gap.dayPeriods[at('hour') < 12 ? 0 : 1],
  };
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

function numbersOf(moment: number, calendar: string, timeZone: string): (type: string) => number {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en', { ...numeric, calendar, timeZone, hourCycle: 'h23' });
  const parts = format.formatToParts(moment);
  return (type) => Number(parts.find((part) => part.type === type)?.value);
}

/** Which language tag Intl must be given for a locale, so that a page built ahead and one built at the edge agree. */
import { type Locale, localeInfo } from './locales';

/**
 * Languages that workerd's Intl knows the plurals of, but not the digits: it would silently write American English.
 * Each is given one with the digits, separators and calendar that CLDR 48 has for it.
 */
const numeralStandIns: Partial<Record<Locale, string>> = {
  ckb: 'ar-u-ca-gregory-nu-arab',
  ku: 'tr',
  om: 'en',
  ps: 'fa',
  ti: 'en',
};

/**
 * The tag for numbers, and for dates and times that are written in numbers only: a stand-in has other words.
 *
 * @example new Intl.NumberFormat(numeralTag('ps')).format(15) // '۱۵'
 */
export function numeralTag(locale: Locale): string {
  return numeralStandIns[locale] ?? localeInfo(locale).lang;
}

/**
 * A time of day at a place, with that place's offset or zone.
 *
 * @param moment Milliseconds since the epoch.
 * @param timeZone IANA name.
 * @example clockTime('en', 0, 'Europe/Berlin') // '1:00 AM GMT+1'
 */
export function clockTime(locale: Locale, moment: number, timeZone: string, isKnown = knowsDatesOf(locale)): string {
  const { lang } = localeInfo(locale);
  const zone = { timeZone, timeZoneName: 'short' } as const;
  if (isKnown) return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', ...zone }).format(moment);
  const digits = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const time = new Intl.DateTimeFormat(numeralTag(locale), digits).format(moment);
  const offset = new Intl.DateTimeFormat('en', { ...zone, timeZoneName: 'shortOffset' }).formatToParts(moment);
  return `${time} (${offset.find(({ type }) => type === 'timeZoneName')?.value})`;
}

/** Whether this runtime can write dates and times in the language; where it cannot, it would write them in English. */
function knowsDatesOf(locale: Locale): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(localeInfo(locale).lang).length > 0;
}

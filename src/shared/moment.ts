/** A moment in words. */
import { type Locale, localeInfo } from './locales';

/**
 * @param moment Milliseconds since the epoch.
 * @param timeZone IANA name. E-mails do not know where their reader is, so they speak in UTC.
 * @example momentInWords('en', 0) // 'January 1, 1970 at 12:00 AM UTC'
 */
export function momentInWords(locale: Locale, moment: number, timeZone = 'UTC'): string {
  const { lang } = localeInfo(locale);
  if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return numerically(moment);
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment);
}

/** For languages whose months the platform does not know: it would silently print English ones. */
function numerically(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

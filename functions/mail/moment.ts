/** A moment in words, as an e-mail prints it: it does not know where its reader is, so it speaks in UTC. */
import { type Locale, localeInfo } from '../../src/shared/locales';

/**
 * @param moment Milliseconds since the epoch.
 * @example momentInWords('en', 0) // 'January 1, 1970 at 12:00 AM UTC'
 */
export function momentInWords(locale: Locale, moment: number): string {
  const { lang } = localeInfo(locale);
  if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return numerically(moment);
  return new Intl.DateTimeFormat(lang, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(moment);
}

/** For languages whose months the platform does not know: it would silently print English ones. */
function numerically(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

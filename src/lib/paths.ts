/** The pages that exist once in every language. */
import { enabledLocales, type Locale, localeToSegment } from '../shared/locales';

/** Astro's static paths for a page that stands once under every enabled locale. */
export function localePaths(): { params: { locale: string }; props: { locale: Locale } }[] {
  return enabledLocales.map(({ code }) => ({ params: { locale: localeToSegment(code) }, props: { locale: code } }));
}

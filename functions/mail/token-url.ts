/** The address of a mailed link. */
import type { Locale } from '../../src/shared/locales';
import { type FormName, formUrl, TOKEN_PARAMETER } from '../../src/shared/urls';

/** @param origin The site's, from the configuration and never from a request. */
export function tokenUrl(origin: string, locale: Locale, form: FormName, token: string): string {
  return `${origin}${formUrl(locale, form)}?${new URLSearchParams({ [TOKEN_PARAMETER]: token })}`;
}

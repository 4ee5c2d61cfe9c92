/** The text message with a code. */
import type { Translate } from '../../src/shared/catalog';
import { minutesText } from '../../src/shared/form-texts';
import { limits } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { site } from '../../src/shared/site';
import type { RenderedText } from './port';

export interface CodeTextData {
  readonly locale: Locale;
  readonly code: string;
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/**
 * Renders the text message. Pure: the same data makes the same text. Its last line lets telephones fill in the code on this
 * site, and on no other that asks for it (https://wicg.github.io/sms-one-time-codes/).
 *
 * @example codeText(t, data).body // '123456 is your Acme code. …\n\n@help.example.com #123456'
 */
export function codeText(t: Translate, { locale, code, origin }: CodeTextData): RenderedText {
  const duration = minutesText(t, limits.CODE_SECONDS);
  const words = t('text.code', { code, brand: site.brand, duration });
  return { locale, body: `${words}\n\n@${new URL(origin).hostname} #${code}` };
}

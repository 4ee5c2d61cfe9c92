/** Numbers in the words of a locale, so that a page built ahead and one built at the edge agree. */
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

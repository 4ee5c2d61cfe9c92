/** The countries of telephone numbers, for the form that asks for one. */
import { type CountryCode, getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/mobile';
import { type Locale, localeInfo, SOURCE_LOCALE } from './locales';

export type { CountryCode };

export interface Country {
  /** ISO 3166-1 alpha-2, or what stands in for it: `XK`, `AC`, `TA`. */
  readonly code: CountryCode;
  readonly name: string;
  /** What a number from abroad begins with, such as `+49`. */
  readonly callingCode: string;
}

export interface CountryList {
  /** The language of the names. */
  readonly locale: Locale;
  /** In the order of that language's dictionaries. */
  readonly countries: readonly Country[];
}

const lists = new Map<Locale, CountryList>();

/** Every country that has numbers, named in the locale, or in the nearest one whose names this runtime knows. */
export function countriesIn(locale: Locale): CountryList {
  const known = lists.get(locale) ?? listCountries(localeOfNames(locale));
  lists.set(locale, known);
  return known;
}

/** Whether a text is the code of a country that has numbers. */
export function isCountry(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

/**
 * The country whose people most probably read this language (CLDR's likely subtags): a preset to be seen, not a guess.
 *
 * @example likelyCountry('ja') // 'JP'
 */
export function likelyCountry(locale: Locale): CountryCode {
  const { region } = new Intl.Locale(localeInfo(locale).lang).maximize();
  if (region === undefined || !isCountry(region)) throw new TypeError(`${locale} has no likely country`);
  return region;
}

function listCountries(locale: Locale): CountryList {
  const { lang } = localeInfo(locale);
  const names = new Intl.DisplayNames(lang, { type: 'region' });
  const { compare } = new Intl.Collator(lang);
  const countries = getCountries().map((code) => ({
    code,
    name: names.of(code) ?? code,
    callingCode: `+${getCountryCallingCode(code)}`,
  }));
  return { locale, countries: countries.sort((a, b) => compare(a.name, b.name)) };
}

function localeOfNames(locale: Locale): Locale {
  const nearest = [locale, ...localeInfo(locale).fallback];
  const known = nearest.find((code) => Intl.DisplayNames.supportedLocalesOf(localeInfo(code).lang).length > 0);
  return known ?? SOURCE_LOCALE;
}

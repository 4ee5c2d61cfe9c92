/** The countries of telephone numbers, for the form that asks for one. */
import { type CountryCode, getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/mobile';
import { type Locale, localeInfo } from './locales';
import { regionsIn } from './regions';

export type { CountryCode };

export interface Country {
  /** ISO 3166-1 alpha-2, or what stands in for it: `XK`, `AC`, `TA`. */
  readonly code: CountryCode;
  readonly name: string;
  /** What a number from abroad begins with, such as `+49`. */
  readonly callingCode: string;
}

const lists = new Map<Locale, readonly Country[]>();

/** Every country that has numbers, named in the locale, in the order of its dictionaries. */
export function countriesIn(locale: Locale): readonly Country[] {
  const known = lists.get(locale) ?? listCountries(locale);
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

function listCountries(locale: Locale): readonly Country[] {
  const { nameOf, compare } = regionsIn(locale);
  const countries = getCountries().map((code) => ({
    code,
    name: nameOf(code) ?? code,
    callingCode: `+${getCountryCallingCode(code)}`,
  }));
  return countries.sort((a, b) => compare(a.name, b.name));
}

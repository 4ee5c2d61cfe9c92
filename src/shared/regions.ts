/** Names of countries and regions in a locale. */
import { findIntlGap } from './intl-gaps';
import { type Locale, localeInfo } from './locales';

/** Names regions, by ISO 3166-1 alpha-2, and puts names in the order of the language's dictionaries. */
export interface Regions {
  /** Undefined for a code that stands for nothing. */
  readonly nameOf: (code: string) => string | undefined;
  readonly compare: (nameA: string, nameB: string) => number;
}

/** @example regionsIn('es').nameOf('DE') // 'Alemania' */
export function regionsIn(locale: Locale): Regions {
  const regions = findIntlGap(locale)?.regions;
  if (regions) {
    const places = new Map(Object.values(regions).map((name, place) => [name, place]));
    const placeOf = (name: string) => places.get(name) ?? places.size;
    return {
      nameOf: (code) => (Object.hasOwn(regions, code) ? regions[code] : undefined),
      compare: (a, b) => placeOf(a) - placeOf(b),
    };
  }
  const { lang } = localeInfo(locale);
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  return { nameOf: (code) => names.of(code), compare: new Intl.Collator(lang).compare };
}

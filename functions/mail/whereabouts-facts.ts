/** Where a request came from, in the words of an e-mail. */
import type { Translate } from '../../src/shared/catalog';
import type { Locale } from '../../src/shared/locales';
import { regionsIn } from '../../src/shared/regions';
import type { Browser, System, Whereabouts } from '../recovery/whereabouts';
import { printableName } from './printable-name';

/** Names that are the same in every language. */
const browserNames = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  uc: 'UC Browser',
  yandex: 'Yandex Browser',
} as const satisfies Record<Browser, string>;

const systemNames = {
  android: 'Android',
  chromeos: 'ChromeOS',
  ipad: 'iPad',
  iphone: 'iPhone',
  kaios: 'KaiOS',
  linux: 'Linux',
  mac: 'Mac',
  windows: 'Windows',
} as const satisfies Record<System, string>;

/** One line each for the place and the device; none for what is not known, or has no name in the language. */
export function whereaboutsFacts(t: Translate, locale: Locale, whereabouts: Whereabouts = {}): readonly string[] {
  const place = placeInWords(t, locale, whereabouts);
  const device = deviceInWords(t, whereabouts);
  return [...(place ? [t('mail.place', { place })] : []), ...(device ? [t('mail.device', { device })] : [])];
}

function placeInWords(t: Translate, locale: Locale, { country, city }: Whereabouts): string | undefined {
  const countryName = country && regionsIn(locale).nameOf(country);
  const cityName = printableName(city);
  return countryName && cityName ? t('mail.city', { city: cityName, country: countryName }) : countryName;
}

function deviceInWords(t: Translate, { browser, system }: Whereabouts): string | undefined {
  const browserName = browser && browserNames[browser];
  const systemName = system && systemNames[system];
  if (browserName && systemName) return t('mail.browser', { browser: browserName, system: systemName });
  return browserName ?? systemName;
}

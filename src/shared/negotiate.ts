/** Which language a reader gets where the address does not say: their choice, else what their browser asks for. */
import { readChoice } from './language-choice';
import {
  allLocales,
  findLocaleBySegment,
  isEnabledLocale,
  type Locale,
  localeInfo,
  localeToSegment,
  SOURCE_LOCALE,
} from './locales';

/** Longest part of a header that is read, and most language ranges: a browser sends a tenth of it. */
const HEADER_MAX = 1024;
const RANGES_MAX = 32;

/** A range and its weight; `*` says nothing that helps here, and is left out. */
const LANGUAGE_RANGE = /^([a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,9})?|1(?:\.0{0,9})?))?$/i;

/** Tags that browsers send for our languages under other names, lower-cased. Longer tags are looked up by their beginning. */
const aliases: Readonly<Record<string, Locale>> = {
  arb: 'ar',
  cmn: 'zh-Hans',
  'cmn-hant': 'zh-Hant',
  cnr: 'sr',
  drw: 'fa-AF',
  gaz: 'om',
  in: 'id',
  iw: 'he',
  kmr: 'ku',
  'ku-arab': 'ckb',
  'ku-iq': 'ckb',
  'ku-ir': 'ckb',
  mo: 'ro',
  nb: 'no',
  nn: 'no',
  pbu: 'ps',
  pes: 'fa',
  prs: 'fa-AF',
  scc: 'sr',
  scr: 'hr',
  sh: 'sr',
  tl: 'fil',
  tnf: 'fa-AF',
  yue: 'zh-Hant',
  'yue-hans': 'zh-Hans',
  zh: 'zh-Hans',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  'zh-yue': 'zh-Hant',
  zsm: 'ms',
};

const known: ReadonlyMap<string, Locale> = new Map([
  ...Object.entries(aliases),
  ...allLocales.map(({ code }) => [localeToSegment(code), code] as const),
]);

/** What a request tells of its reader's languages; both parts as they came, unchecked. */
export interface Preferences {
  /** URL segment of the chosen locale. */
  readonly choice?: string | null | undefined;
  /** The Accept-Language header. */
  readonly acceptLanguage?: string | null | undefined;
}

/** The locale to answer a request in, from its Cookie and Accept-Language headers. Never throws. */
export function negotiateLocale(headers: Headers): Locale {
  const cookie = headers.get('Cookie')?.slice(0, 4 * HEADER_MAX) ?? '';
  return chooseLocale({ choice: readChoice(cookie), acceptLanguage: headers.get('Accept-Language') });
}

/**
 * The reader's explicit choice; else, range by range, the locale that RFC 4647 §3.4 looks up or the nearest one that
 * stands in for it; else English. Anything malformed is as if it were not there.
 *
 * @example chooseLocale({ acceptLanguage: 'ca, fr;q=0.8' }) // 'es', where Catalan and French are not enabled
 */
export function chooseLocale(
  { choice, acceptLanguage }: Preferences,
  isEnabled: (locale: Locale) => boolean = isEnabledLocale,
): Locale {
  const chosen = findLocaleBySegment(choice ?? '');
  if (chosen && isEnabled(chosen)) return chosen;
  for (const range of parseRanges(acceptLanguage ?? '')) {
    const locale = lookUp(range, isEnabled);
    if (locale) return locale;
  }
  return SOURCE_LOCALE;
}

/** The language ranges of an Accept-Language header (RFC 9110 §12.5.4), most wanted first; those with `q=0` are left out. */
export function parseRanges(header: string): readonly string[] {
  return header
    .slice(0, HEADER_MAX)
    .split(',', RANGES_MAX)
    .flatMap((item) => {
      const [, range, quality = '1'] = LANGUAGE_RANGE.exec(item.trim()) ?? [];
      return range ? [{ range: range.toLowerCase(), quality: Number(quality) }] : [];
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ range }) => range);
}

/** RFC 4647 §3.4: the range, then ever shorter beginnings of it; a single letter goes with what follows it. */
function lookUp(range: string, isEnabled: (locale: Locale) => boolean): Locale | undefined {
  for (let tag = range; tag !== ''; tag = shorten(tag)) {
    const locale = known.get(tag);
    const shown = locale && nearestEnabled(locale, isEnabled);
    if (shown) return shown;
  }
  return undefined;
}

/** @example shorten('en-x-twain') // 'en' */
function shorten(tag: string): string {
  const shorter = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
  return /(?:^|-)[a-z0-9]$/.test(shorter) ? shorten(shorter) : shorter;
}

/** The locale, else the nearest of its fallbacks; English does not count, since the reader may have asked for more. */
function nearestEnabled(locale: Locale, isEnabled: (locale: Locale) => boolean): Locale | undefined {
  return [locale, ...localeInfo(locale).fallback.filter((code) => code !== SOURCE_LOCALE)].find(isEnabled);
}

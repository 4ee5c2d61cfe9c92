/**
 * `node scripts/run.mjs intl-gaps`: writes `src/shared/intl-gaps.json`, what Node's Intl (all of CLDR) knows of the
 * languages that workerd's Intl does not speak. Run it again when a new Node brings a new CLDR: a test tells.
 */
import { writeFileSync } from 'node:fs';
import { gapLocales, type IntlGap } from '../src/shared/intl-gaps';
import { type Locale, localeInfo } from '../src/shared/locales';

const FILE = 'src/shared/intl-gaps.json';

/** Days of which one falls in each month of any calendar's year, and one time before noon, one after. */
const DAYS = Array.from({ length: 366 }, (_, day) => Date.UTC(2026, 0, 1 + day, 4, 5));
const [MORNING = 0] = DAYS;
const EVENING = MORNING + 12 * 3_600_000;

/** CLDR's regions for testing software. */
const PSEUDO = ['XA', 'XB'];

const day = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
const clock = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;

/** Everything that is written of one language. */
function describeGap(locale: Locale): IntlGap {
  const { lang } = localeInfo(locale);
  const format = new Intl.DateTimeFormat(lang, { ...day, ...clock, timeZoneName: 'short' });
  const parts = format.formatToParts(MORNING);
  const numeric = new Intl.DateTimeFormat(lang, { month: 'numeric', timeZone: 'UTC', numberingSystem: 'latn' });
  const months = DAYS.map((moment) => [Number(numeric.format(moment)), partOf(format, moment, 'month')] as const);
  return {
    calendar: format.resolvedOptions().calendar,
    months: [...new Map(months)].toSorted(([a], [b]) => a - b).map(([, name]) => name),
    dayPeriods: [MORNING, EVENING].map((moment) => partOf(format, moment, 'dayPeriod')).filter(Boolean),
    day: patternOf(new Intl.DateTimeFormat(lang, day).formatToParts(MORNING)),
    clock: patternOf(new Intl.DateTimeFormat(lang, clock).formatToParts(MORNING)),
    moment: patternOf(parts),
    regions: regionsOf(lang),
  };
}

function partOf(format: Intl.DateTimeFormat, moment: number, type: string): string {
  return format.formatToParts(moment).find((part) => part.type === type)?.value ?? '';
}

/** @example '{day} {month} {year}'; an era, which CLDR has in Latin letters only, is left out with its space */
function patternOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  const era = parts.findIndex(({ type }) => type === 'era');
  const shown = era < 0 ? parts : parts.toSpliced(era, 2);
  return shown.map(tokenOf).join('').trim();
}

function tokenOf({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === 'literal') return value;
  return type === 'hour' && value.length === 2 ? '{paddedHour}' : `{${type}}`;
}

/** Code and name of each region that is there today, in the order of the language's dictionaries. */
function regionsOf(lang: string): IntlGap['regions'] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const regions = codes.flatMap((code) => {
    const name = new Intl.Locale(`und-${code}`).region === code && !PSEUDO.includes(code) && names.of(code);
    return name ? [[code, name] as const] : [];
  });
  const { compare } = new Intl.Collator(lang);
  return Object.fromEntries(regions.toSorted(([, a], [, b]) => compare(a, b)));
}

/** What the file should hold. */
export function describeGaps(): Readonly<Record<string, IntlGap>> {
  return Object.fromEntries(gapLocales.map((locale) => [locale, describeGap(locale)]));
}

if (process.argv[1]?.endsWith('scripts/intl-gaps.ts')) {
  writeFileSync(FILE, `${JSON.stringify(describeGaps(), null, 2)}\n`);
  console.log(`written: ${FILE}, from CLDR ${process.versions.cldr}`);
}

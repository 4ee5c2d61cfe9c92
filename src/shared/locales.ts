/**
 * Every language Latchkey knows, in the order the language switcher lists them.
 *
 * Adding a language is one line here, one `locales/<code>.json` and one `content/<code>/` folder.
 */

export type Direction = 'ltr' | 'rtl';

interface LocaleEntry {
  /** Canonical code; also the URL segment (lower-cased), the folder and the catalog's file name. */
  code: string;
  /** The language's name in that language. */
  label: string;
  /** The language's name in English, for operators and reports. */
  name: string;
  dir: Direction;
  /** ISO 15924 code of the script. */
  script: string;
  /** Locales to show, nearest first, where this one has no text. Always ends in `en`, except for `en` itself. */
  fallback: readonly string[];
  /** BCP 47 tag for `lang` and `hreflang`, where it differs from the code. */
  lang?: string;
  enabled?: true;
}

const entries = [
  { code: 'en', label: 'English', name: 'English', dir: 'ltr', script: 'Latn', fallback: [], enabled: true },
  { code: 'es', label: 'Español', name: 'Spanish', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'ja', label: '日本語', name: 'Japanese', dir: 'ltr', script: 'Jpan', fallback: ['en'], enabled: true },
  { code: 'ko', label: '한국어', name: 'Korean', dir: 'ltr', script: 'Kore', fallback: ['en'], enabled: true },
  { code: 'pt', label: 'Português', name: 'Portuguese', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'de', label: 'Deutsch', name: 'German', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'tr', label: 'Türkçe', name: 'Turkish', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'fr', label: 'Français', name: 'French', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'it', label: 'Italiano', name: 'Italian', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'ar', label: 'العربية', name: 'Arabic', dir: 'rtl', script: 'Arab', fallback: ['en'], enabled: true },
  { code: 'nl', label: 'Nederlands', name: 'Dutch', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  {
    code: 'id',
    label: 'Bahasa Indonesia',
    name: 'Indonesian',
    dir: 'ltr',
    script: 'Latn',
    fallback: ['ms', 'en'],
    enabled: true,
  },
  { code: 'ru', label: 'Русский', name: 'Russian', dir: 'ltr', script: 'Cyrl', fallback: ['en'], enabled: true },
  { code: 'hi', label: 'हिन्दी', name: 'Hindi', dir: 'ltr', script: 'Deva', fallback: ['en'], enabled: true },
  { code: 'he', label: 'עברית', name: 'Hebrew', dir: 'rtl', script: 'Hebr', fallback: ['en'], enabled: true },
  {
    code: 'zh-Hans',
    label: '简体中文',
    name: 'Chinese (Simplified)',
    dir: 'ltr',
    script: 'Hans',
    fallback: ['zh-Hant', 'en'],
    enabled: true,
  },
  {
    code: 'zh-Hant',
    label: '繁體中文',
    name: 'Chinese (Traditional)',
    dir: 'ltr',
    script: 'Hant',
    fallback: ['zh-Hans', 'en'],
    enabled: true,
  },
  { code: 'th', label: 'ไทย', name: 'Thai', dir: 'ltr', script: 'Thai', fallback: ['en'], enabled: true },
  { code: 'vi', label: 'Tiếng Việt', name: 'Vietnamese', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  {
    code: 'ms',
    label: 'Bahasa Melayu',
    name: 'Malay',
    dir: 'ltr',
    script: 'Latn',
    fallback: ['id', 'en'],
    enabled: true,
  },
  { code: 'fil', label: 'Filipino', name: 'Filipino', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'fa', label: 'فارسی', name: 'Persian', dir: 'rtl', script: 'Arab', fallback: ['en'], enabled: true },
  { code: 'da', label: 'Dansk', name: 'Danish', dir: 'ltr', script: 'Latn', fallback: ['no', 'en'], enabled: true },
  { code: 'fi', label: 'Suomi', name: 'Finnish', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'sv', label: 'Svenska', name: 'Swedish', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  {
    code: 'no',
    label: 'Norsk',
    name: 'Norwegian (Bokmål)',
    dir: 'ltr',
    script: 'Latn',
    fallback: ['da', 'en'],
    lang: 'nb',
    enabled: true,
  },
  { code: 'pl', label: 'Polski', name: 'Polish', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'hu', label: 'Magyar', name: 'Hungarian', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'ro', label: 'Română', name: 'Romanian', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'uk', label: 'Українська', name: 'Ukrainian', dir: 'ltr', script: 'Cyrl', fallback: ['en'], enabled: true },
  { code: 'bg', label: 'Български', name: 'Bulgarian', dir: 'ltr', script: 'Cyrl', fallback: ['en'], enabled: true },
  { code: 'ca', label: 'Català', name: 'Catalan', dir: 'ltr', script: 'Latn', fallback: ['es', 'en'], enabled: true },
  { code: 'hr', label: 'Hrvatski', name: 'Croatian', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'sr', label: 'Српски', name: 'Serbian', dir: 'ltr', script: 'Cyrl', fallback: ['en'], enabled: true },
  {
    code: 'sk',
    label: 'Slovenčina',
    name: 'Slovak',
    dir: 'ltr',
    script: 'Latn',
    fallback: ['cs', 'en'],
    enabled: true,
  },
  {
    code: 'ps',
    label: 'پښتو',
    name: 'Pashto',
    dir: 'rtl',
    script: 'Arab',
    fallback: ['fa-AF', 'fa', 'en'],
    enabled: true,
  },
  { code: 'fa-AF', label: 'دری', name: 'Dari', dir: 'rtl', script: 'Arab', fallback: ['fa', 'en'], enabled: true },
  { code: 'om', label: 'Afaan Oromoo', name: 'Oromo', dir: 'ltr', script: 'Latn', fallback: ['en'], enabled: true },
  { code: 'ti', label: 'ትግርኛ', name: 'Tigrinya', dir: 'ltr', script: 'Ethi', fallback: ['en'], enabled: true },
  {
    code: 'ckb',
    label: 'کوردیی ناوەندی',
    name: 'Kurdish (Sorani)',
    dir: 'rtl',
    script: 'Arab',
    fallback: ['en'],
    enabled: true,
  },
  {
    code: 'ku',
    label: 'Kurdî (Kurmancî)',
    name: 'Kurdish (Kurmanji)',
    dir: 'ltr',
    script: 'Latn',
    fallback: ['en'],
    enabled: true,
  },
  { code: 'cs', label: 'Čeština', name: 'Czech', dir: 'ltr', script: 'Latn', fallback: ['sk', 'en'], enabled: true },
  { code: 'el', label: 'Ελληνικά', name: 'Greek', dir: 'ltr', script: 'Grek', fallback: ['en'], enabled: true },
  { code: 'bn', label: 'বাংলা', name: 'Bengali', dir: 'ltr', script: 'Beng', fallback: ['en'], enabled: true },
  { code: 'ur', label: 'اردو', name: 'Urdu', dir: 'rtl', script: 'Arab', fallback: ['en'], enabled: true },
  { code: 'kn', label: 'ಕನ್ನಡ', name: 'Kannada', dir: 'ltr', script: 'Knda', fallback: ['en'], enabled: true },
] as const satisfies readonly LocaleEntry[];

/** The code of a language that Latchkey knows, enabled or not. */
export type Locale = (typeof entries)[number]['code'];

export interface LocaleInfo {
  readonly code: Locale;
  readonly label: string;
  readonly name: string;
  readonly dir: Direction;
  readonly script: string;
  readonly fallback: readonly Locale[];
  readonly lang: string;
  readonly enabled: boolean;
}

/** The locale of the source texts, and the last one shown when nothing nearer exists. */
export const SOURCE_LOCALE = 'en' satisfies Locale;

const infos: ReadonlyMap<string, LocaleInfo> = new Map(
  entries.map((entry: LocaleEntry) => [entry.code, { lang: entry.code, enabled: false, ...entry } as LocaleInfo]),
);

/** All known locales, enabled or not. */
export const allLocales: readonly LocaleInfo[] = [...infos.values()];

/** The locales this site is built in. */
export const enabledLocales: readonly LocaleInfo[] = allLocales.filter((info) => info.enabled);

/** The facts about a locale. */
export function localeInfo(locale: Locale): LocaleInfo {
  return infos.get(locale) as LocaleInfo;
}

/** Whether the site is built in this locale. */
export function isEnabledLocale(code: string): code is Locale {
  return infos.get(code)?.enabled === true;
}

const bySegment = new Map(enabledLocales.map((info) => [localeToSegment(info.code), info.code]));

/**
 * The URL segment of a locale.
 *
 * @example localeToSegment('zh-Hant') // 'zh-hant'
 */
export function localeToSegment(locale: Locale): string {
  return locale.toLowerCase();
}

/** The enabled locale of a URL segment; undefined for anything else, other letter case included. */
export function findLocaleBySegment(segment: string): Locale | undefined {
  return bySegment.get(segment);
}

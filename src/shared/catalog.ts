/** The catalog: messages of one locale, and `t`, which fills them in. */
import { numeralTag } from './intl';
import { type Locale, localeInfo } from './locales';
import type { MessageKey, PlaceholdersOf } from './messages';

/** One locale's texts, as its JSON file holds them. A plural message is one text for each CLDR category. */
export type Catalog = Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>;

type Values<K extends MessageKey> = [PlaceholdersOf<K>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<K>, string | number>>];

/** Fills in one message of one locale. A number is written in the locale's digits. */
export type Translate = <K extends MessageKey>(key: K, ...values: Values<K>) => string;

const files = import.meta.glob<Catalog>('../../locales/*.json', { import: 'default' });
const loaded = new Map<Locale, Promise<Translate>>();

/** Loads the texts of one locale, and of no other. @throws TypeError for a locale without a file. */
export async function loadCatalog(locale: Locale): Promise<Catalog> {
  const load = files[`../../locales/${locale}.json`];
  if (!load) throw new TypeError(`locales/${locale}.json does not exist`);
  return load();
}

/** Loads a locale's texts, once, and returns its `t`. */
export function loadTranslate(locale: Locale): Promise<Translate> {
  const known = loaded.get(locale) ?? loadCatalog(locale).then((catalog) => translator(locale, catalog));
  loaded.set(locale, known);
  return known;
}

/**
 * The `t` of a locale.
 *
 * @throws TypeError from `t`, for a message that the catalog lacks or a placeholder without a value.
 * @example translator('en', catalog)('duration.minutes', { count: 60 }) // '60 minutes'
 */
export function translator(locale: Locale, catalog: Catalog): Translate {
  const numbers = new Intl.NumberFormat(numeralTag(locale));
  const plurals = new Intl.PluralRules(localeInfo(locale).lang);
  return (key, ...[values = {}]) => {
    const all: Readonly<Record<string, string | number>> = values;
    const message = catalog[key];
    const text = typeof message === 'object' ? message[plurals.select(Number(all.count))] : message;
    if (text === undefined) throw new TypeError(`locales/${locale}.json lacks "${key}"`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = all[name];
      if (value === undefined) throw new TypeError(`"${key}" needs a value for {${name}}`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

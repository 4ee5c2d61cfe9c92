/** What is wrong with one language's messages. */
import type { MessageNote } from '../src/shared/messages';

/** A locale's JSON file as it was parsed, unchecked. */
export type RawCatalog = Readonly<Record<string, unknown>>;

export interface CheckedCatalog {
  readonly locale: string;
  readonly lang: string;
  readonly catalog: RawCatalog;
  /** The English catalog; undefined when it is the one that is checked. */
  readonly source: RawCatalog | undefined;
  readonly notes: Readonly<Record<string, MessageNote>>;
  /** Whether a message is rightly the same as in English. */
  readonly isSameRightly: (key: string) => boolean;
}

/** Largest number that is tried to learn which numbers a plural form is for. */
const TRIED_MAX = 200;

/** One line for each problem: missing, unknown, empty, other placeholders, other plural forms, still English. */
export function findMessageProblems(checked: CheckedCatalog): readonly string[] {
  const { catalog, notes, locale } = checked;
  const unknown = Object.keys(catalog).filter((key) => !Object.hasOwn(notes, key));
  const problems = Object.entries(notes).flatMap(([key, note]) =>
    Object.hasOwn(catalog, key)
      ? problemsOf(checked, key, note).map((problem) => `"${key}" ${problem}`)
      : [`"${key}" is missing: ${note.note}`],
  );
  return [...problems, ...unknown.map((key) => `"${key}" is unknown`)].map(
    (problem) => `locales/${locale}.json: ${problem}`,
  );
}

function problemsOf(checked: CheckedCatalog, key: string, note: MessageNote): readonly string[] {
  const message = checked.catalog[key];
  if (note.kind === 'plural')
    return isRecord(message) ? pluralProblems(checked, key, note, message) : ['must have plural forms'];
  if (typeof message !== 'string') return ['must be one text'];
  return [...textProblems(message, note.placeholders), ...englishProblems(checked, key, message)];
}

function textProblems(
  text: string,
  placeholders: readonly string[],
  optional: readonly string[] = [],
): readonly string[] {
  if (text.trim() === '') return ['is empty'];
  const held = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  const missing = placeholders.filter((name) => !held.has(name) && !optional.includes(name));
  const unknown = [...held].filter((name) => !placeholders.includes(name));
  const stray = /[{}]/.test(text.replace(/\{\w+\}/g, '')) ? ['has a brace that belongs to no placeholder'] : [];
  return [...missing.map((name) => `lacks {${name}}`), ...unknown.map((name) => `has the unknown {${name}}`), ...stray];
}

function pluralProblems(checked: CheckedCatalog, key: string, note: MessageNote, forms: RawCatalog): readonly string[] {
  const rules = new Intl.PluralRules(checked.lang);
  if (languageOf(rules.resolvedOptions().locale) !== languageOf(checked.lang)) {
    return [`cannot be checked: this Node.js has no plural rules for ${checked.lang}`];
  }
  const needed = rules.resolvedOptions().pluralCategories;
  const unknown = Object.keys(forms).filter((form) => !needed.includes(form as Intl.LDMLPluralRule));
  return [
    ...unknown.map((form) => `has the form "${form}", which ${checked.locale} does not use`),
    ...needed.flatMap((form) => formProblems(checked, key, note, form, forms[form])),
  ];
}

function formProblems(
  checked: CheckedCatalog,
  key: string,
  { placeholders }: MessageNote,
  form: Intl.LDMLPluralRule,
  text: unknown,
): readonly string[] {
  if (typeof text !== 'string') return [`lacks the form "${form}"`];
  const optional = isForOneNumber(checked.lang, form) ? ['count'] : [];
  const problems = [...textProblems(text, placeholders, optional), ...englishProblems(checked, key, text)];
  return problems.map((problem) => `${problem} (form "${form}")`);
}

/** Whether a form says one number only, so that words can say it: "one hour". In Russian "one" is also 21, and needs digits. */
function isForOneNumber(lang: string, form: Intl.LDMLPluralRule): boolean {
  const rules = new Intl.PluralRules(lang);
  return (
    Array.from({ length: TRIED_MAX }, (_, count) => count).filter((count) => rules.select(count) === form).length === 1
  );
}

function englishProblems({ source, isSameRightly }: CheckedCatalog, key: string, text: string): readonly string[] {
  const english = source?.[key];
  const texts = isRecord(english) ? Object.values(english) : [english];
  const hasWords = /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
  return hasWords && texts.includes(text) && !isSameRightly(key) ? ['is still English'] : [];
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

function isRecord(value: unknown): value is RawCatalog {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

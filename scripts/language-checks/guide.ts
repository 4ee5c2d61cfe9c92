/** A language's guide, `docs/translating/<code>.md`: the parts of it that a script can hold texts to. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocaleInfo, localeInfo, SOURCE_LOCALE } from '../../src/shared/locales';

/** One of the things that must be called the same everywhere. */
export interface Term {
  readonly key: string;
  /** What English calls it. */
  readonly english: readonly string[];
  /** What this language may call it, in the notation of `docs/translating.md`. */
  readonly allowed: readonly string[];
  readonly avoided: readonly string[];
}

/** A place where a term may rightly be said otherwise. */
export interface Exception {
  /** A message's key, or `<topic>/<article>#<section>`. */
  readonly place: string;
  readonly term: string;
}

export interface Guide {
  readonly file: string;
  readonly terms: readonly Term[];
  readonly exceptions: readonly Exception[];
  /** The keys of the messages that are rightly the same words in English. */
  readonly same: readonly string[];
  /** Every quotation mark of the language. */
  readonly quotes: string;
  /** Names that stand in Latin letters in every language, and those that do in this one. */
  readonly untranslated: readonly string[];
  /** What is wrong with the guide itself, one line each. */
  readonly problems: readonly string[];
}

const HEADINGS = [
  'Form of address',
  'Glossary',
  'Punctuation and digits',
  'Quotation marks',
  'What stays untranslated',
] as const;

/** Reads a language's guide. A guide that is missing or wrong has problems, and nothing else. */
export function readGuide(root: string, { code }: LocaleInfo): Guide {
  const file = `docs/translating/${code}.md`;
  const source = code === SOURCE_LOCALE ? undefined : readGuide(root, localeInfo(SOURCE_LOCALE));
  if (!existsSync(join(root, file))) {
    const problem = `${file} is missing: write it before the articles, as docs/translating.md says`;
    return { file, terms: [], exceptions: [], same: [], quotes: '', untranslated: [], problems: [problem] };
  }
  return parseGuide(file, readFileSync(join(root, file), 'utf8'), source);
}

/** Parses a guide. @param source The English one; undefined when it is the one that is parsed. */
export function parseGuide(file: string, markdown: string, source: Guide | undefined): Guide {
  const sections = splitByHeading(markdown);
  const rows = tableRows(sections.get('Glossary') ?? '');
  const terms = rows.map(([key = '', english = '', allowed = '', avoided = '']) => ({
    key,
    english: source?.terms.find((term) => term.key === key)?.english ?? formsOf(allowed),
    allowed: formsOf(allowed),
    avoided: formsOf(avoided),
    stated: english,
  }));
  const exceptions = tableRows(sections.get('Exceptions') ?? '').map(([place = '', term = '', reason = '']) => ({
    place,
    term,
    reason,
  }));
  const same = tableRows(sections.get('Same as in English') ?? '');
  const quotes = codeSpans(sections.get('Quotation marks') ?? '').join('');
  const untranslated = [...codeSpans(sections.get('What stays untranslated') ?? ''), ...(source?.untranslated ?? [])];
  const missing = HEADINGS.filter((heading) => !sections.has(heading)).map((heading) => `lacks "## ${heading}"`);
  const problems = [
    ...missing,
    ...(quotes === '' ? ['names no marks in a code span under "Quotation marks"'] : []),
    ...(source ? termProblems(terms, source) : []),
    ...terms.flatMap(({ key, allowed }) => (allowed.length > 0 ? [] : [`"${key}" has no word of this language`])),
    ...exceptions.flatMap((exception) => exceptionProblems(exception, terms)),
    ...same.flatMap(([key, reason]) => (reason ? [] : [`the message ${key}, the same as in English, has no reason`])),
  ];
  return {
    file,
    terms,
    exceptions,
    same: same.map(([key = '']) => key),
    quotes,
    untranslated,
    problems: problems.map((problem) => `${file}: ${problem}`),
  };
}

/** A guide has the terms of the English one, each beside its English word. */
function termProblems(terms: readonly (Term & { stated: string })[], source: Guide): readonly string[] {
  const keys = new Set(terms.map(({ key }) => key));
  const wanted = new Map(source.terms.map((term) => [term.key, term]));
  const [missing, unknown] = [
    source.terms.filter(({ key }) => !keys.has(key)),
    [...keys].filter((k) => !wanted.has(k)),
  ];
  return [
    ...missing.map(({ key }) => `the glossary lacks "${key}", which ${source.file} has`),
    ...unknown.map((key) => `the glossary has "${key}", which ${source.file} has not`),
    ...terms.flatMap(({ key, stated }) => {
      const [word] = wanted.get(key)?.english ?? [];
      return word === undefined || stated === word
        ? []
        : [`"${key}" stands beside "${stated}": English says "${word}"`];
    }),
  ];
}

function exceptionProblems(
  { place, term, reason }: Exception & { reason: string },
  terms: readonly Term[],
): readonly string[] {
  const known = terms.some(({ key }) => key === term);
  return [
    ...(known ? [] : [`the exception for ${place} names "${term}", which is no term of the glossary`]),
    ...(reason === '' ? [`the exception for ${place} gives no reason`] : []),
  ];
}

/** From each second-level heading to what stands under it. */
function splitByHeading(markdown: string): ReadonlyMap<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n'))]));
}

function codeSpans(section: string): string[] {
  return [...section.matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? '');
}

/** The cells of each row below a table's head; code spans lose their ticks. */
function tableRows(section: string): string[][] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  );
}

/** @example formsOf('contraseña, contraseñas') // ['contraseña', 'contraseñas']; '—' is none */
function formsOf(cell: string): string[] {
  const forms = cell.split(/[,،、]/).map((form) => form.trim());
  return forms.filter((form) => form !== '' && form !== '—');
}

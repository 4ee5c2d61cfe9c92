/** The same thing is called the same everywhere: texts keep to the glossary of their language's guide. */
import { type LocaleInfo, localeInfo, SOURCE_LOCALE } from '../../src/shared/locales';
import type { Exception, Guide, Term } from './guide';
import type { Passage } from './passages';
import { foldText, termPattern } from './term-pattern';

interface Finding {
  readonly passage: Passage;
  readonly term: Term;
  readonly problem: string;
}

/**
 * One line for each passage whose English uses a term, and which calls it by none of the allowed words or by an avoided
 * one; and one for each exception that is not needed any more.
 */
export function findGlossaryProblems(
  passages: readonly Passage[],
  { file, terms, exceptions }: Guide,
  info: LocaleInfo,
): readonly string[] {
  const findings = passages.flatMap((passage) => findingsIn(passage, terms, info));
  const isAt = (place: string, term: string) => (known: Exception) => known.place === place && known.term === term;
  const wrong = findings.filter(({ passage, term }) => !exceptions.some(isAt(passage.place, term.key)));
  const idle = exceptions.filter(
    ({ place, term }) =>
      !findings.some((finding) => finding.passage.place === place && finding.term.key === term) &&
      !passages.some((passage) => passage.place === place && passage.english === undefined),
  );
  return [
    ...wrong.map(({ passage, problem }) => `${passage.file}: ${passage.place} ${problem} (${file})`),
    ...idle.map(({ place, term }) => `${file}: nothing needs the exception for ${place}, ${term}: delete it`),
  ];
}

/** In the source language every avoided word counts: there is no English that could have meant something else by it. */
function findingsIn(passage: Passage, terms: readonly Term[], info: LocaleInfo): readonly Finding[] {
  const text = foldText(passage.text, info.lang);
  const allowed = terms.flatMap((term) => term.allowed).toSorted((a, b) => b.length - a.length);
  const rest = allowed.reduce((left, form) => left.replace(termPattern(form, info), '\u0000'), text);
  const used = termsUsed(passage.english ?? '', terms);
  const isIn = (words: string, form: string) => words.search(termPattern(form, info)) >= 0;
  const missing = used.filter((term) => !term.allowed.some((form) => isIn(text, form)));
  return [
    ...missing.map((term) => ({ term, problem: `has no word for "${term.english[0]}", which English speaks of` })),
    ...(info.code === SOURCE_LOCALE ? terms : used).flatMap((term) => {
      const wrong = term.avoided.find((form) => isIn(rest, form));
      return wrong ? [{ term, problem: `says "${wrong}"` }] : [];
    }),
  ].map(({ term, problem }) => ({
    passage,
    term,
    problem: `${problem}: write ${listOf(term.allowed)}`,
  }));
}

/** The terms that an English text uses. Of terms within terms, such as "code" in "backup code", the longest counts. */
export function termsUsed(english: string, terms: readonly Term[]): readonly Term[] {
  const source = localeInfo(SOURCE_LOCALE);
  const forms = terms.flatMap((term) => term.english.map((form) => ({ term, form })));
  const used = new Set<Term>();
  let rest = foldText(english.replace(/\{\w+\}/g, ''), source.lang);
  for (const { term, form } of forms.toSorted((a, b) => b.form.length - a.form.length)) {
    rest = rest.replace(termPattern(form, source), (found) => {
      used.add(term);
      return '\u0000'.repeat(found.length);
    });
  }
  return terms.filter((term) => used.has(term));
}

function listOf(forms: readonly string[]): string {
  return forms.map((form) => `"${form}"`).join(' or ');
}

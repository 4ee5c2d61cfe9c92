import { expect, test } from 'vitest';
import { findGlossaryProblems, termsUsed } from '../../../scripts/language-checks/glossary-problems';
import type { Exception, Guide } from '../../../scripts/language-checks/guide';
import { localeInfo } from '../../../src/shared/locales';

const bare = { quotes: '', untranslated: [], same: [], problems: [] };
const terms: Guide['terms'] = [
  { key: 'link', english: ['link', 'links'], allowed: ['enlace', 'enlaces'], avoided: ['vínculo'] },
  { key: 'email', english: ['e-mail'], allowed: ['correo', 'correo web'], avoided: ['web'] },
  { key: 'code', english: ['code'], allowed: ['código'], avoided: [] },
  { key: 'backup-code', english: ['backup code'], allowed: ['clave de respaldo'], avoided: [] },
];

function problemsOf(text: string, english: string | undefined, exceptions: readonly Exception[] = []) {
  const guide = { ...bare, file: 'es.md', terms, exceptions };
  const passage = { file: 'locales/es.json', place: 'a.key', text, forms: 1, englishForms: 1, english };
  return findGlossaryProblems([passage], guide, localeInfo('es'));
}

test('a text that calls things by the words of its guide has no problem', () => {
  expect(problemsOf('Abre el enlace del correo.', 'Open the link in the e-mail.')).toEqual([]);
});

test('a text that uses none of the words fails, and is told which', () => {
  expect(problemsOf('Ábrelo.', 'Open the link.')).toEqual([
    'locales/es.json: a.key has no word for "link", which English speaks of: write "enlace" or "enlaces" (es.md)',
  ]);
});

test('a text that uses an avoided word fails', () => {
  const [problem] = problemsOf('Abre el enlace, el vínculo.', 'Open the link.');
  expect(problem).toContain('a.key says "vínculo": write "enlace" or "enlaces"');
});

test('an avoided word within an allowed one is no mistake', () => {
  expect(problemsOf('Mira tu correo web.', 'Look in your e-mail.')).toEqual([]);
});

test('a word is avoided only where English speaks of its term', () => {
  expect(problemsOf('En la web.', 'On the site.')).toEqual([]);
});

test('in English itself a word is avoided everywhere', () => {
  const source = [{ key: 'email', english: ['e-mail'], allowed: ['e-mail'], avoided: ['email'] }];
  const guide = { ...bare, file: 'en.md', terms: source, exceptions: [] };
  const passage = {
    file: 'locales/en.json',
    place: 'a.key',
    text: 'Your email',
    forms: 1,
    englishForms: 1,
    english: 'Your email',
  };
  expect(findGlossaryProblems([passage], guide, localeInfo('en'))).toEqual([expect.stringContaining('says "email"')]);
});

test('of a term within a term, the longer one counts', () => {
  expect(termsUsed('Type a backup code.', terms).map(({ key }) => key)).toEqual(['backup-code']);
  expect(termsUsed('Type a backup code, or the code.', terms).map(({ key }) => key)).toEqual(['code', 'backup-code']);
});

test('the name of a placeholder is no word', () => {
  expect(problemsOf('Mira {link}.', 'Look at {link}.')).toEqual([]);
});

test('a section whose English has changed since is not compared', () => {
  expect(problemsOf('Ábrelo.', undefined)).toEqual([]);
});

test('a place may be excepted', () => {
  expect(problemsOf('Ábrelo.', 'Open the link.', [{ place: 'a.key', term: 'link' }])).toEqual([]);
});

test('an exception that nothing needs is to be deleted', () => {
  expect(problemsOf('Abre el enlace.', 'Open the link.', [{ place: 'a.key', term: 'link' }])).toEqual([
    'es.md: nothing needs the exception for a.key, link: delete it',
  ]);
});

import { describe, expect, test } from 'vitest';
import { parseGuide, readGuide } from '../../../scripts/language-checks/guide';
import { localeInfo } from '../../../src/shared/locales';

const english = parseGuide('docs/translating/en.md', guideOf('| link | link | link, links | URL |'), undefined);

function guideOf(rows: string, rest = ''): string {
  const headings = ['Form of address', 'Punctuation and digits', 'What stays untranslated'];
  const quotes = '## Quotation marks\n\n`«…»`, and `“…”` within them.\n';
  const table = `| term | English | Español | avoid |\n| --- | --- | --- | --- |\n${rows}`;
  return `# Español\n\n## Glossary\n\n${table}\n\n${headings.map((heading) => `## ${heading}\n\nWords.\n`).join('\n')}\n${quotes}${rest}`;
}

const exceptions = (row: string) => `\n## Exceptions\n\n| where | term | reason |\n| --- | --- | --- |\n${row}\n`;
const parse = (rows: string, rest?: string) => parseGuide('es.md', guideOf(rows, rest), english);

test('a term is what English calls it, what may be said, and what is avoided', () => {
  const { terms, problems } = parse('| link | link | enlace, enlaces، `vínculo-` | — |');
  expect(problems).toEqual([]);
  expect(terms).toMatchObject([
    { key: 'link', english: ['link', 'links'], allowed: ['enlace', 'enlaces', 'vínculo-'], avoided: [] },
  ]);
});

test('quotation marks, and names that stay as they are, stand in code spans', () => {
  const source = { ...english, untranslated: ['Gmail'] };
  const guide = guideOf('| link | link | e | — |').replace('untranslated\n\nWords', 'untranslated\n\n`SIM`');
  expect(parseGuide('es.md', guide, source)).toMatchObject({ quotes: '«…»“…”', untranslated: ['SIM', 'Gmail'] });
});

test('an exception names a place, a term and a reason', () => {
  const { exceptions: read } = parse('| link | link | enlace | — |', exceptions('| a.key | link | It is a button. |'));
  expect(read).toMatchObject([{ place: 'a.key', term: 'link' }]);
});

describe('a guide fails', () => {
  test.each([
    ['without a term of the English one', '', undefined, 'the glossary lacks "link"'],
    [
      'with a term that English has not',
      '| link | link | e | — |\n| app | app | a | — |',
      undefined,
      'has "app", which',
    ],
    [
      'beside another English word',
      '| link | URL | enlace | — |',
      undefined,
      'stands beside "URL": English says "link"',
    ],
    ['without a word', '| link | link | — | — |', undefined, '"link" has no word of this language'],
    ['with an exception for no term', '| link | link | e | — |', exceptions('| a | app | So. |'), 'names "app"'],
    ['with an exception for no reason', '| link | link | e | — |', exceptions('| a | link | |'), 'gives no reason'],
  ])('%s', (_, rows, rest, problem) => {
    expect(parse(rows, rest).problems).toEqual([expect.stringContaining(problem)]);
  });

  test('without one of the headings', () => {
    const { problems } = parseGuide('es.md', guideOf('| link | link | e | — |').replace('## Quot', '## Q'), english);
    expect(problems[0]).toBe('es.md: lacks "## Quotation marks"');
  });

  test('when it names no quotation marks', () => {
    const { problems } = parseGuide('es.md', guideOf('| link | link | e | — |').replaceAll(/`[^`]+`/g, ''), english);
    expect(problems).toEqual([expect.stringContaining('names no marks in a code span')]);
  });

  test('when it is not there', () => {
    expect(readGuide('nowhere', localeInfo('en')).problems).toEqual([expect.stringContaining('en.md is missing')]);
  });
});

test('the glossary has forty terms', () => {
  expect(readGuide('.', localeInfo('en')).terms).toHaveLength(40);
});

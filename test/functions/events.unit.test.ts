/** The operator's table and the code name the same events and the same columns. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberColumns, wordColumns } from '../../functions/event-columns';

const source = readFileSync('functions/events.ts', 'utf8');
const guide = readFileSync('docs/operating.md', 'utf8');

/** First cells of the table under a heading. */
function firstCells(heading: string): string[] {
  const [, section = ''] = guide.split(`\n${heading}\n`);
  const [table = ''] = section.split(/\n#+ /);
  return [...table.matchAll(/^\| `([\w.-]+)` \|/gm)].map(([, name]) => name ?? '');
}

test('every event is in the table once, and the table names no other', () => {
  const names = [...source.matchAll(/readonly event: '([\w.-]+)'/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(40);
  expect(firstCells('## Events').toSorted()).toEqual(names.toSorted());
});

test('every row of the table says what the event means', () => {
  const rows = [...guide.matchAll(/^\| `\w+\.[\w-]+` \|(.*)\|$/gm)].map(([, cells = '']) => cells.split(' | '));
  for (const [meaning = ''] of rows) expect(meaning.trim().length).toBeGreaterThan(10);
});

test('the columns of a row are those that are printed', () => {
  const words = wordColumns.map((_, index) => `blob${index + 2}`);
  const numbers = numberColumns.map((_, index) => `double${index + 1}`);
  expect(firstCells('### Events as rows')).toEqual([...words, ...numbers]);
  const facts = [...guide.matchAll(/^\| `(?:blob|double)\d+` \| `(\w+)` \|$/gm)].map(([, fact]) => fact);
  expect(facts).toEqual([...wordColumns, ...numberColumns]);
});

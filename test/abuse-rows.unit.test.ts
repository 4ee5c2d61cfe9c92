/** Every abuse case has its test: the list of them, and a search for their numbers in the tests' titles. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What an abuser tries, by area. A row is the area's letter and the case's place in its list, from 1. */
const areas = {
  A: [
    'existing or missing identifier',
    'disabled account',
    'account without a verified address',
    'the same identifier twice',
    'a mail provider that fails',
    'an account system that fails',
    'the lock of a missing identifier',
    'awaited calls',
  ],
  B: [
    'a field twice',
    'JSON',
    'a file',
    'two addresses',
    'a header in a field',
    'control characters',
    'a body too large',
    'a value too long',
    'broken percent-encoding',
  ],
  C: [
    'a dotless i',
    'Cyrillic',
    'NFC and NFD',
    'zero-width and direction marks',
    'an international domain',
    'an address with a tag',
    'a handle',
    'Turkish letter case',
  ],
  D: ['digits of every script', 'national numbers', 'an extension', 'one number on two accounts'],
  E: [
    'replay',
    'the moment of expiry',
    'a changed token',
    'a pasted link',
    'an older link',
    'no link',
    'two links mixed',
    'opened often',
    'redeemed in parallel',
    'codes in parallel',
    'a stale store',
    'a damaged entry',
    'a refused password first',
    'a leaked token',
  ],
  F: [
    'one request too many',
    'the end of the lock',
    'requests during the lock',
    'a link during the lock',
    'many names of one account',
    'requests in parallel',
    'addresses of one network',
    'a flood of strangers',
    'a platform that fails',
  ],
  G: [
    'a double click',
    'redelivery',
    'a lost answer',
    'a provider asked too often',
    'a used-up quota',
    'a hostile name',
    'a forged host',
    'every language',
  ],
  H: [
    'a form of another site',
    'a frame',
    'forged routing headers',
    'a path with a suffix',
    'bent addresses',
    'a redirect parameter',
    'no JavaScript',
    'no cookies',
  ],
  I: ['the minimum', 'the maximum', 'spaces at the ends', 'guessable words', 'a breach list that does not answer'],
} as const;

const rows = Object.entries(areas).flatMap(([area, cases]) =>
  cases.map((name, index) => [`${area}${index + 1}`, name] as const),
);

/** The numbers at the beginning of every title, and of every row of a table of titles. */
function rowsNamedIn(source: string): string[] {
  const beginnings = source.matchAll(/(?<=['"`])(?:[A-I]\d{1,2}:? )+/g);
  return [...beginnings].flatMap(([numbers]) => numbers.match(/[A-I]\d+/g) ?? []);
}

const byLevel = (...patterns: readonly string[]) =>
  new Set(globSync(patterns).flatMap((path) => rowsNamedIn(readFileSync(path, 'utf8'))));
const inFolders = 'test/{functions,journeys}/**/*';
/** Cases that are the same for every form are tests of the harness, which the forms' own tests call. */
const onTheWorker = byLevel(`${inFolders}.{worker,browser}.test.ts`, 'test/harness/*-attacks.ts');
const inNode = byLevel(`${inFolders}.unit.test.ts`);

it.each(rows)('%s (%s) is tested on the built Worker', (row) => {
  expect([...onTheWorker]).toContain(row);
});

it('no test names a row that there is not', () => {
  const known = new Set<string>(rows.map(([row]) => row));
  expect([...onTheWorker, ...inNode].filter((row) => !known.has(row))).toEqual([]);
});

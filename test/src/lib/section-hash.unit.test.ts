import { expect, test } from 'vitest';
import { hashOf, hashSections } from '../../../src/lib/section-hash';

const data = { title: 'T', description: 'D', keywords: ['k'] };
const body = 'Intro.\n\n<Question id="why" title="Why?">\nBecause.\n</Question>';
const hashes = (changes: object) => hashSections({ id: 'en/a/b', data, body, ...changes });

test('a hash is eight hexadecimal digits', () => {
  expect(hashOf('words')).toMatch(/^[0-9a-f]{8}$/);
});

test('a hash does not change with spaces and line breaks', () => {
  expect(hashOf('  a\n\n b\t')).toBe(hashOf('a b'));
  expect(hashOf('ab')).not.toBe(hashOf('a b'));
});

test('an article has a hash for its head, its intro and each section', () => {
  expect(Object.keys(hashes({}))).toEqual(['head', 'intro', 'why']);
});

test.each([
  ['head', { data: { ...data, description: 'Other' } }],
  ['intro', { body: body.replace('Intro', 'Other') }],
  ['why', { body: body.replace('Because', 'Other') }],
  ['why', { body: body.replace('Why?', 'Why not?') }],
])('a change in %s changes the hash of that part alone', (part, changes) => {
  const before = hashes({});
  const after = hashes(changes);
  const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
  expect(changed).toEqual([part]);
});

test('keywords are no part of any hash: each language searches in its own words', () => {
  expect(hashes({ data: { ...data, keywords: ['other'] } })).toEqual(hashes({}));
});

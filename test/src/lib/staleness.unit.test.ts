import { expect, test } from 'vitest';
import { staleSections } from '../../../src/lib/staleness';

test('a translation of the English text as it is now is not stale', () => {
  expect(staleSections({ a: '1', b: '2' }, { a: '1', b: '2' }, {})).toEqual([]);
});

test('the sections that changed in English are stale, in the order of the page', () => {
  expect(staleSections({ c: '3', b: '2', a: '1' }, { a: '9', b: '2', c: '8' }, {})).toEqual(['a', 'c']);
});

test('a section that is new in English is stale', () => {
  expect(staleSections({ a: '1' }, { a: '1', b: '2' }, {})).toEqual(['b']);
});

test('a section that English no longer has is stale', () => {
  expect(staleSections({ a: '1', b: '2' }, { a: '1' }, {})).toEqual(['b']);
});

test('a change that the author marked as small does not count', () => {
  expect(staleSections({ a: '1' }, { a: '2' }, { 1: '2' })).toEqual([]);
});

test('small changes one after another do not count', () => {
  expect(staleSections({ a: '1' }, { a: '3' }, { 1: '2', 2: '3' })).toEqual([]);
});

test('a large change after a small one counts', () => {
  expect(staleSections({ a: '1' }, { a: '3' }, { 1: '2' })).toEqual(['a']);
});

test('small changes there and back do not confuse it', () => {
  expect(staleSections({ a: '1' }, { a: '3' }, { 1: '2', 2: '1' })).toEqual(['a']);
});

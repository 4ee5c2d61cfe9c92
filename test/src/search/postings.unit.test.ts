import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPostings, writePostings } from '../../../src/search/postings';

const posting = fc.record({
  section: fc.integer({ min: 0, max: 100_000 }),
  weight: fc.double({ min: 1, max: 320, noNaN: true }),
});

test('postings are steps and letters', () => {
  const postings = [
    { section: 3, weight: 1 },
    { section: 4, weight: 2 },
    { section: 40, weight: 64 },
  ];
  expect(writePostings(postings)).toBe('3A1D10S');
  expect(readPostings('3A1D10S')).toEqual(postings);
});

test('weights beyond the letters become the nearest one', () => {
  expect(writePostings([{ section: 0, weight: 0.2 }])).toBe('0A');
  expect(writePostings([{ section: 0, weight: 5000 }])).toBe('0Z');
});

test('what is written is read, weights to the nearest third of a doubling', () => {
  const lists = fc.uniqueArray(posting, { selector: ({ section }) => section });
  fc.assert(
    fc.property(lists, (list) => {
      const postings = list.toSorted((a, b) => a.section - b.section);
      const read = readPostings(writePostings(postings));
      expect(read.map(({ section }) => section)).toEqual(postings.map(({ section }) => section));
      for (const [index, { weight }] of read.entries()) {
        expect(Math.abs(Math.log2(weight / (postings[index]?.weight ?? 0)))).toBeLessThanOrEqual(1 / 6 + 1e-9);
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import type { WordTable } from '../../../src/search/index-format';
import { writePostings } from '../../../src/search/postings';
import { rankSections } from '../../../src/search/rank-sections';

/** Postings: section, weight, section, weight, … */
const at = (...numbers: number[]) =>
  writePostings(
    Array.from({ length: numbers.length / 2 }, (_, index) => ({
      section: numbers[2 * index] ?? 0,
      weight: numbers[2 * index + 1] ?? 0,
    })),
  );

/** Two articles: sections 0 to 2, and 3 to 4. */
const sections = [3, 2];

const rank = (query: string, table: WordTable) =>
  rankSections(
    query.split(' ').map((typed) => ({ typed, table })),
    sections,
  );

describe('articles that answer a query', () => {
  it('come in the order of their scores', () => {
    const hits = rank('reset', { reset: at(0, 10, 3, 20) });
    expect(hits.map(({ article }) => article)).toEqual([1, 0]);
  });

  it('come in their own order when they score the same', () => {
    expect(rank('reset', { reset: at(0, 10, 3, 10) }).map(({ article }) => article)).toEqual([0, 1]);
  });

  it('lead to the section that answers, unless the title and the keywords answer far better', () => {
    expect(rank('code', { code: at(0, 10, 2, 12) })[0]).toMatchObject({ article: 0, section: 2 });
    expect(rank('code', { code: at(0, 60, 2, 12) })[0]).toMatchObject({ article: 0, section: 0 });
  });

  it('count for less the fewer of the words they have', () => {
    const hits = rank('code expired', { code: at(0, 30, 3, 20), expired: at(3, 20) });
    expect(hits.map(({ article }) => article)).toEqual([1, 0]);
  });

  it('are left out when they are far worse than the best one', () => {
    expect(rank('code', { code: at(0, 100, 3, 5) }).map(({ article }) => article)).toEqual([0]);
  });

  it('are none for words that no article has', () => {
    expect(rank('xylophone', { code: at(0, 10) })).toEqual([]);
    expect(rankSections([], sections)).toEqual([]);
  });
});

describe('a typed word', () => {
  it('is taken for words that it begins', () => {
    expect(rank('passw', { password: at(0, 10), pass: at(3, 10) })[0]).toMatchObject({
      article: 0,
      words: ['password'],
    });
  });

  it('is taken for another form only where it begins nothing', () => {
    expect(rank('resets', { reset: at(0, 10), resets: at(3, 10) })[0]?.words).toEqual(['resets']);
    expect(rank('resets', { reset: at(0, 10) })[0]?.words).toEqual(['reset']);
  });

  it('is taken for a mistyped one only where nothing else fits', () => {
    expect(rank('pasword', { password: at(0, 10) })[0]?.words).toEqual(['password']);
    expect(rank('pasword', { password: at(0, 10), pasword: at(3, 10) })[0]?.words).toEqual(['pasword']);
  });

  it('of one or two letters is itself alone, where there is such a word', () => {
    expect(rank('no', { no: at(0, 10), nobody: at(3, 10) })[0]?.words).toEqual(['no']);
    expect(rank('no', { nobody: at(3, 10) })[0]?.words).toEqual(['nobody']);
  });

  it('that is named like a built-in of the language is no word of the index', () => {
    expect(rank('constructor', {})).toEqual([]);
    expect(rank('__proto__', {})).toEqual([]);
  });
});

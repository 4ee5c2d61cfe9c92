import { expect, test } from 'vitest';
import { type CountedArticle, countProgress } from '../../../src/lib/language-progress';

const article = (status?: 'machine' | 'reviewed', changes: Partial<CountedArticle> = {}): CountedArticle => ({
  isFallback: false,
  stale: [],
  entry: { data: status ? { translation: { status, source: {} } } : {} },
  ...changes,
});

test('a language is counted by what it has, what is old in it, and who has read it', () => {
  const shelf = [
    article('machine'),
    article('machine', { stale: ['intro'] }),
    article('reviewed'),
    article('reviewed', { isFallback: true, stale: ['intro'] }),
  ];
  expect(countProgress('es', shelf)).toEqual({
    locale: 'es',
    articles: 4,
    translated: 3,
    stale: 1,
    machine: 2,
    reviewed: 1,
  });
});

test('what is borrowed from another language counts for nothing but the whole', () => {
  expect(countProgress('pt', [article('machine', { isFallback: true })])).toMatchObject({ translated: 0, machine: 0 });
});

test('the source is translated by nobody', () => {
  expect(countProgress('en', [article()])).toMatchObject({ articles: 1, translated: 1, machine: 0, reviewed: 0 });
});

import { describe, expect, test } from 'vitest';
import {
  answersOf,
  contentsOf,
  findNeighbours,
  mostNeeded,
  relatedArticles,
  requireArticle,
} from '../../../src/lib/navigation';
import { type Shelf, toShelf } from '../../../src/lib/shelf';
import { listed } from './listed-articles';

const first = listed('logging-in/first', { related: ['logging-in/third', 'logging-in/second'] });
const second = listed('logging-in/second');
const third = listed('logging-in/third');
const shelf = toShelf([first, second, third]);

describe('the neighbours of an article', () => {
  test('are the ones before and after it', () => {
    expect(findNeighbours(shelf, second)).toEqual({ previous: first, next: third });
  });

  test('are missing at the ends', () => {
    expect(findNeighbours(shelf, first)).toEqual({ previous: undefined, next: second });
    expect(findNeighbours(shelf, third)).toEqual({ previous: second, next: undefined });
  });

  test('cannot be asked for an article that is not there', () => {
    expect(() => findNeighbours(shelf, listed('logging-in/fourth'))).toThrow('logging-in/fourth');
  });
});

describe('related articles', () => {
  test('stand in the order in which the author names them', () => {
    expect(relatedArticles(shelf, first)).toEqual([third, second]);
  });

  test('must exist', () => {
    expect(() => relatedArticles(shelf, listed('logging-in/x', { related: ['logging-in/gone'] }))).toThrow('gone');
    expect(() => requireArticle(shelf, 'logging-in/gone')).toThrow(TypeError);
  });
});

describe('the most needed articles', () => {
  const a = ['a/1', 'a/2', 'a/3'].map((key) => listed(key));
  const b = ['b/1', 'b/2'].map((key) => listed(key));
  const twoTopics = {
    byKey: new Map(),
    topics: [a, b].map((articles) => ({ topic: 'logging-in', articles })),
  } satisfies Shelf;

  test('are those of the first topic, then those of the next', () => {
    expect(mostNeeded(twoTopics, 4).map(({ key }) => key)).toEqual(['a/1', 'a/2', 'a/3', 'b/1']);
  });

  test('are all of them where there are few', () => {
    expect(mostNeeded(twoTopics, 9)).toHaveLength(5);
  });
});

describe('the on-page list', () => {
  const section = (id: string, kind: 'section' | 'question' = 'section') => ({ id, title: `About ${id}`, kind });

  test('leads to every section', () => {
    expect(contentsOf([section('a'), section('b'), section('c')])).toEqual([
      { url: '#a', title: 'About a' },
      { url: '#b', title: 'About b' },
      { url: '#c', title: 'About c' },
    ]);
  });

  test('is empty for an article of two sections', () => {
    expect(contentsOf([section('a'), section('b')])).toEqual([]);
  });

  test('leaves folded questions out: they are their own list', () => {
    expect(contentsOf(['a', 'b', 'c'].map((id) => section(id, 'question')))).toEqual([]);
  });
});

test('search engines are told the questions and their answers, and no other sections', () => {
  const sections = [
    { id: 'a', title: 'Why {brand}?', kind: 'question', text: 'Because.' },
    { id: 'b', title: 'More', kind: 'section', text: 'Words.' },
  ] as const;
  expect(answersOf(sections)).toEqual([{ title: 'Why Acme?', text: 'Because.' }]);
});

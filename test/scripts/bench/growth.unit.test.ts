import { expect, test } from 'vitest';
import { exceeded } from '../../../scripts/bench/growth';

const build = { pages: 1, files: 1, bytes: 1, seconds: 1, peakMemoryBytes: 900_000_000 };
const growth = { small: build, budgeted: build, large: build, ratio: 1 };

test('a build within its memory whose time grows in a straight line keeps its budgets', () => {
  expect(exceeded(growth)).toEqual([]);
});

test('a build that takes a gigabyte is told', () => {
  expect(exceeded({ ...growth, budgeted: { ...build, peakMemoryBytes: 1_000_000_000 } })).toHaveLength(1);
});

test('a build whose pages cost more the more there are is told', () => {
  expect(exceeded({ ...growth, ratio: 1.5 })).toEqual(['a page of the large build takes 1.50 times that of the small']);
});

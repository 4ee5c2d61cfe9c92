import { expect, test } from 'vitest';
import { shareBounds } from '../../../scripts/feedback/share-bounds';

test('the bounds are those of Wilson', () => {
  expect(shareBounds(80, 100).lower).toBeCloseTo(0.711, 3);
  expect(shareBounds(80, 100).upper).toBeCloseTo(0.867, 3);
});

test('one "no" of one proves less than eight of ten', () => {
  expect(shareBounds(1, 1).lower).toBeLessThan(shareBounds(8, 10).lower);
});

test('no answers prove nothing', () => {
  expect(shareBounds(0, 0)).toEqual({ lower: 0, upper: 1 });
});

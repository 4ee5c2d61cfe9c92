import { describe, expect, test } from 'vitest';
import { median, quantile, welchT } from '../../../scripts/bench/recovery/statistics';

describe('quantiles', () => {
  test('the median is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  test('the 99th percentile of a hundred values is the second largest', () => {
    const values = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(quantile(values, 0.99)).toBe(99);
    expect(quantile(values, 1)).toBe(100);
  });

  test('there is none of nothing', () => {
    expect(() => median([])).toThrow(TypeError);
  });
});

describe("Welch's t", () => {
  test('is the distance of the means in standard errors: (2 - 6) / √(1/3 + 4/3)', () => {
    expect(welchT([1, 2, 3], [4, 6, 8])).toBeCloseTo(-3.0984, 4);
  });

  test('is 0 for equal samples, and grows with what parts them', () => {
    expect(welchT([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(Math.abs(welchT([1, 2, 3], [4, 5, 6]))).toBeLessThan(Math.abs(welchT([1, 2, 3], [7, 8, 9])));
  });

  test('wants two values of each', () => {
    expect(() => welchT([1], [2, 3])).toThrow(TypeError);
  });
});

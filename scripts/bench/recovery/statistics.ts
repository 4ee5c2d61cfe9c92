/** Statistics of measurements. */

/** The smallest value that this share of all values does not exceed. @example quantile([1, 2, 3, 4], 0.5) // 2 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new TypeError('there is no quantile of nothing');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * Welch's t of two samples: how many standard errors their means are apart. Beyond 4.5 the samples differ
 * (ISO/IEC 17825, the threshold of leakage tests).
 */
export function welchT(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [describe(a), describe(b)];
  const error = Math.sqrt(first.variance / a.length + second.variance / b.length);
  return error === 0 ? 0 : (first.mean - second.mean) / error;
}

function describe(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  if (values.length < 2) throw new TypeError('one value has no variance');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}

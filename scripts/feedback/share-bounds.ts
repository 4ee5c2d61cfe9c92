/** How sure a share is: 95 % of the time the true one lies between these bounds. */

/** The 97.5th percentile of the normal distribution: 95 % lie between it and its negative. */
const Z = 1.96;

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval of a share, which few votes make wide (E. B. Wilson, JASA 22, 1927).
 *
 * @example shareBounds(1, 1).lower // 0.21: one "no" of one proves little
 * @example shareBounds(80, 100).lower // 0.71
 */
export function shareBounds(part: number, whole: number): Bounds {
  if (whole === 0) return { lower: 0, upper: 1 };
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return { lower: (middle - spread) / scale, upper: (middle + spread) / scale };
}

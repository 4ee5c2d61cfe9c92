/** What one part of the bench found. */
export interface Proof {
  /** For the reader, one line each. */
  readonly lines: readonly string[];
  /** What does not hold, one line each. */
  readonly problems: readonly string[];
}

/** A count that must be exact. @returns A line with the verdict, and the problem where there is one. */
export function exactly(what: string, count: number, expected: number): Proof {
  const line = `${what}: ${count.toLocaleString('en')}`;
  const problem = `${line}, and it should be ${expected.toLocaleString('en')}`;
  return { lines: [line], problems: count === expected ? [] : [problem] };
}

export function join(...proofs: readonly Proof[]): Proof {
  return { lines: proofs.flatMap(({ lines }) => lines), problems: proofs.flatMap(({ problems }) => problems) };
}

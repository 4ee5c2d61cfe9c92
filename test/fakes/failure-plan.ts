/** Which request fails, and how: scripted or by chance. */
import type { ResendErrorName } from './resend-rules';

/**
 * `error`: a clean refusal, nothing was sent. The others answer nothing of use; with `accepts` the mail went out all the same.
 * `html`: a page of some proxy, with status 200.
 */
export type Failure =
  | { readonly type: 'error'; readonly name: ResendErrorName; readonly retryAfterSeconds?: number }
  | { readonly type: 'hang' | 'drop' | 'html'; readonly accepts: boolean };

export interface RandomFailures {
  readonly seed: number;
  /** From 0 to 1. */
  readonly rate: number;
  readonly failures: readonly Failure[];
}

export interface FailurePlan {
  script(failures: readonly Failure[]): void;
  randomize(plan: RandomFailures | undefined): void;
  /** How the next request fails, if it does. */
  next(): Failure | undefined;
}

export function createFailurePlan(): FailurePlan {
  const scripted: Failure[] = [];
  let random: (() => Failure | undefined) | undefined;
  return {
    script: (failures) => {
      scripted.push(...failures);
    },
    randomize: (plan) => {
      random = plan && drawFrom(plan);
    },
    next: () => scripted.shift() ?? random?.(),
  };
}

function drawFrom({ seed, rate, failures }: RandomFailures): () => Failure | undefined {
  const random = seededRandom(seed);
  return () => (random() < rate ? failures[Math.floor(random() * failures.length)] : undefined);
}

/** Mulberry32: a small generator whose numbers from 0 to 1 a seed decides. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}

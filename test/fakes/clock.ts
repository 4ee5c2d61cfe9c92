/** A clock that stands still until it is moved. */
import type { Clock } from '../../functions/clock';

export interface FrozenClock extends Clock {
  advance(milliseconds: number): void;
}

/** Begins at 2026-10-01T12:00:00Z. */
export function createFrozenClock(): FrozenClock {
  let now = Date.UTC(2026, 9, 1, 12);
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

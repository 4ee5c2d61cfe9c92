/** The one source of time: everything that judges lifetimes, locks or windows is given a clock. */
import { isLoopbackOrigin } from '../src/shared/loopback-origin';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface ClockVars {
  readonly SITE_ORIGIN: string;
  /** Seconds to move the clock by, as a decimal number. Honoured on a loopback origin alone, so that tests can travel in time. */
  readonly CLOCK_SHIFT_SECONDS?: string;
}

/**
 * The platform's clock, moved by `CLOCK_SHIFT_SECONDS` where the site runs on the own machine.
 *
 * @throws TypeError when the shift is set on a public origin, or is not a number.
 */
export function createClock(vars: ClockVars): Clock {
  const shift = shiftMilliseconds(vars);
  return { now: () => Date.now() + shift };
}

function shiftMilliseconds({ SITE_ORIGIN, CLOCK_SHIFT_SECONDS }: ClockVars): number {
  if (CLOCK_SHIFT_SECONDS === undefined || CLOCK_SHIFT_SECONDS === '') return 0;
  if (!isLoopbackOrigin(SITE_ORIGIN))
    throw new TypeError('CLOCK_SHIFT_SECONDS is for tests: remove it, SITE_ORIGIN is public');
  const shift = Number(CLOCK_SHIFT_SECONDS) * 1000;
  if (!Number.isFinite(shift)) throw new TypeError('CLOCK_SHIFT_SECONDS must be a number of seconds');
  return shift;
}

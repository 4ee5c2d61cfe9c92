/** The answer after too many tries. */
import type { Context } from 'hono';
import type { LockedOutcome } from '../../src/shared/forms';

/** What the page says, and 429 with the seconds to wait (RFC 6585 §4). The end is in the time zone that the network tells. */
export function lockedAnswer(c: Pick<Context, 'req'>, until: number, now: number) {
  const { timezone } = (c.req.raw.cf ?? {}) as { timezone?: string };
  const outcome: LockedOutcome = { type: 'locked', until, now, timeZone: timezone ?? 'UTC' };
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil((until - now) / 1000))) };
  return { outcome, init: { status: 429, headers } };
}

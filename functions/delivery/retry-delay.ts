/** How long to wait before a job is tried again: the one policy of the queue. */
import type { RetryReason } from '../mail/port';

/**
 * The longest wait. With a quarter more by chance (`consumeMail`) and the 40 retries of wrangler.toml, a job is tried for 21 hours
 * at most: within the 24 hours in which Resend knows an idempotency key, and in which a queue of the free plan keeps a message.
 */
const LONGEST_SECONDS = 1500;

/**
 * The oldest request that is still answered. A job may be tried for 21 hours, wait in the dead-letter queue for four days, and be
 * tried for 21 hours more once it was brought back.
 */
export const HORIZON_SECONDS = 6 * 86_400;

/** The first wait of each reason, in seconds. It doubles with each attempt. */
const firstSeconds = {
  'too-fast': 2,
  busy: 5,
  'no-answer': 5,
  unreadable: 5,
  unavailable: 5,
  /** Something of ours did not work. */
  failed: 5,
  /** A job of a shape that this deploy does not know; a newer one may. */
  'unknown-job': 60,
  configuration: 300,
  quota: LONGEST_SECONDS,
} as const satisfies Readonly<Record<RetryReason | 'failed' | 'unknown-job', number>>;

/**
 * Seconds until the next attempt: at least what the provider told, and 25 minutes at most.
 *
 * @param attempt The attempt that did not work, from 1.
 * @example retryDelaySeconds('unavailable', 3) // 20
 * @example retryDelaySeconds('too-fast', 1, 30) // 30
 */
export function retryDelaySeconds(reason: keyof typeof firstSeconds, attempt: number, toldSeconds = 0): number {
  return Math.min(Math.max(firstSeconds[reason] * 2 ** (attempt - 1), toldSeconds), LONGEST_SECONDS);
}

/** The queue's consumer: does each job, and decides when to try again. Nothing accepted is lost: see docs/operating.md. */
import type { Report } from '../events';
import { type NoticeJob, type RecoveryJob, type ResetJob, recoveryJob } from '../recovery/jobs';
import type { RetryReason, SendResult } from './port';

/** What became of a job. `skipped`: there is nobody to write to, or the account's mail cap is reached. */
export type JobOutcome = SendResult | { readonly type: 'skipped' };

/** One use-case for each kind of job. What they throw is retried. */
export interface OutboxHandlers {
  reset(job: ResetJob): Promise<JobOutcome>;
  notice(job: NoticeJob): Promise<JobOutcome>;
}

/** The part of a platform's queue message that the outbox uses. */
export interface OutboxMessage {
  readonly body: unknown;
  /** 1 at the first delivery. */
  readonly attempts: number;
  ack(): void;
  retry(options: { delaySeconds: number }): void;
}

/**
 * No wait is longer. With the 40 retries of wrangler.toml a message is tried for at most 20 hours: within the 24 hours in which
 * Resend remembers an idempotency key, and in which the free plan's queue keeps a message.
 */
const MAX_DELAY_SECONDS = 1800;

/** The first wait of each reason, in seconds; it doubles with each attempt. */
const firstDelays: Readonly<Record<RetryReason | 'failed' | 'unknown-job', number>> = {
  'too-fast': 2,
  busy: 5,
  'no-answer': 5,
  unreadable: 5,
  unavailable: 5,
  failed: 5,
  'unknown-job': 60,
  configuration: 300,
  quota: MAX_DELAY_SECONDS,
};

export type DelayReason = keyof typeof firstDelays;

/**
 * Seconds to wait before the next attempt: at least what the provider told, and never more than half an hour.
 * Scattered by a quarter, so that what failed together does not come back together.
 *
 * @param attempts 1 after the first try.
 * @param random From 0 to 1.
 * @example delayBefore('too-fast', 1, 0.5, 30) // 34
 */
export function delayBefore(reason: DelayReason, attempts: number, random: number, toldSeconds = 0): number {
  const own = Math.min(firstDelays[reason] * 2 ** (attempts - 1), MAX_DELAY_SECONDS) * (1 - random / 4);
  return Math.min(Math.ceil(Math.max(own, toldSeconds * (1 + random / 4))), MAX_DELAY_SECONDS);
}

type Postpone = (reason: DelayReason, toldSeconds?: number, code?: string) => void;

/** A stable code of what was thrown; never its message, which may hold an identifier. */
function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code === 'string') return code;
  return thrown instanceof Error ? thrown.name : 'unknown';
}

/** The provider's own name for the mail, or the reason why there is none. */
function factsOf(outcome: JobOutcome) {
  if (outcome.type === 'sent') return { providerId: outcome.id };
  return outcome.type === 'rejected' ? { reason: outcome.reason } : {};
}

/** Returns the consumer of a batch. Jobs are done one after another: the provider's rate limit is low. */
export function createOutbox(handlers: OutboxHandlers, report: Report, random: () => number = Math.random) {
  function run(job: RecoveryJob): Promise<JobOutcome> {
    return job.type === 'reset' ? handlers.reset(job) : handlers.notice(job);
  }

  async function deliver(message: OutboxMessage): Promise<void> {
    const { attempts } = message;
    const parsed = recoveryJob.safeParse(message.body);
    const job = parsed.success ? parsed.data.type : 'unknown';
    const postpone: Postpone = (reason, toldSeconds, code) => {
      const delaySeconds = delayBefore(reason, attempts, random(), toldSeconds);
      report({ event: 'mail.delayed', job, reason, attempts, delaySeconds, code });
      message.retry({ delaySeconds });
    };
    if (!parsed.success) return postpone('unknown-job');
    try {
      const outcome = await run(parsed.data);
      if (outcome.type === 'retry') return postpone(outcome.reason, outcome.afterSeconds);
      report({ event: `mail.${outcome.type}`, job, attempts, ...factsOf(outcome) });
      message.ack();
    } catch (thrown) {
      postpone('failed', undefined, codeOf(thrown));
    }
  }

  return async (messages: readonly OutboxMessage[]): Promise<void> => {
    for (const message of messages) await deliver(message);
  };
}

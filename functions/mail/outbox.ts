/** The queue's consumer: no message is lost, and none stops the others. */

import type { Delivery } from '../delivery/delivery';
import { type Job, jobSchema } from '../delivery/jobs';
import { retryDelaySeconds } from '../delivery/retry-delay';
import { errorNameOf } from '../error-name';
import type { Report } from '../events';

/** One use-case for each kind of job. `attempt` counts from 1. What they throw is a fault of ours, and retried. */
export type JobHandlers = {
  readonly [Type in Job['type']]: (job: Extract<Job, { readonly type: Type }>, attempt: number) => Promise<Delivery>;
};

/** The part of the platform's queue message that the outbox uses. */
export interface QueueMessage {
  readonly body: unknown;
  /** 1 at the first delivery. */
  readonly attempts: number;
  ack(): void;
  retry(options: { delaySeconds: number }): void;
}

export interface OutboxDependencies {
  readonly handlers: JobHandlers;
  readonly report: Report;
  /** From 0 to 1: scatters the waits, so that what failed together does not come back together. */
  readonly random: () => number;
}

/**
 * Does the jobs of a batch one after another, since the provider's rate limit is low, and acknowledges or postpones each by itself.
 * Tickets come last: a desk that hangs must not keep anybody from a reset.
 * A message that cannot be read is postponed too: a deploy that knows its shape may come, and the dead-letter queue if none does.
 */
export async function consumeMail(dependencies: OutboxDependencies, messages: readonly QueueMessage[]): Promise<void> {
  for (const message of messages.toSorted((one, other) => Number(isTicket(one)) - Number(isTicket(other)))) {
    const delivery = await deliverMessage(dependencies, message);
    if (delivery.type === 'done') message.ack();
    else message.retry({ delaySeconds: Math.ceil(delivery.afterSeconds * (1 + dependencies.random() / 4)) });
  }
}

function isTicket({ body }: QueueMessage): boolean {
  return (body as Partial<Job> | null)?.type === 'dispatch';
}

async function deliverMessage({ handlers, report }: OutboxDependencies, message: QueueMessage): Promise<Delivery> {
  const attempt = message.attempts;
  const job = jobSchema.safeParse(message.body);
  if (!job.success) {
    report({ event: 'job.unreadable', attempt });
    return { type: 'retry', afterSeconds: retryDelaySeconds('unknown-job', attempt) };
  }
  try {
    return await handle(handlers, job.data, attempt);
  } catch (thrown) {
    report({ event: 'job.failed', job: job.data.type, attempt, error: errorNameOf(thrown) });
    return { type: 'retry', afterSeconds: retryDelaySeconds('failed', attempt) };
  }
}

function handle(handlers: JobHandlers, job: Job, attempt: number): Promise<Delivery> {
  switch (job.type) {
    case 'reset':
      return handlers.reset(job, attempt);
    case 'code':
      return handlers.code(job, attempt);
    case 'code-mail':
      return handlers['code-mail'](job, attempt);
    case 'notice':
      return handlers.notice(job, attempt);
    case 'secure':
      return handlers.secure(job, attempt);
    case 'sessions':
      return handlers.sessions(job, attempt);
    default:
      return handlers.dispatch(job, attempt);
  }
}

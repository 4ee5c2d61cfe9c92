/** Brings back what was given up: moves messages from the dead-letter queue to the queue, where they begin anew. */
import type { Report } from '../events';
import type { QueueMessage } from '../mail/outbox';

export interface BringBackDependencies {
  /** Takes a message as it is: a deploy that cannot read it must not lose it either. May throw. */
  readonly send: (body: unknown) => Promise<void>;
  readonly report: Report;
}

/** A message that could not be moved stays where it is for ten minutes. */
const WAIT_SECONDS = 600;

/** The dead-letter queue of `x` is named `x-dead`. It is only read where an operator says so: `npm run replay`. */
export function isDeadLetterQueue(name: string): boolean {
  return name.endsWith('-dead');
}

/** First there, then gone here: a crash between the two makes a second job, which its id makes the same as the first. */
export async function bringBack(
  { send, report }: BringBackDependencies,
  messages: readonly QueueMessage[],
): Promise<void> {
  for (const message of messages) {
    try {
      await send(message.body);
      message.ack();
      report({ event: 'job.replayed' });
    } catch {
      message.retry({ delaySeconds: WAIT_SECONDS });
      report({ event: 'part.failed', part: 'queue', during: 'enqueue' });
    }
  }
}

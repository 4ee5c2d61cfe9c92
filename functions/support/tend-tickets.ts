/** What a schedule does for tickets: sends what was left behind, and erases what is old. */
import { ticketLimits } from '../../src/shared/ticket-limits';
import { enqueueDispatches } from './enqueue';
import type { Clock, DispatchQueue, Report, TicketStore } from './ports';

export interface TendTicketsDependencies {
  readonly store: TicketStore;
  readonly queue: DispatchQueue;
  readonly clock: Clock;
  readonly report: Report;
  readonly retentionDays: number;
}

/**
 * Longer than the queue ever waits between two tries (retry-delay.ts: 25 minutes and a quarter more): what was not touched
 * for so long is in no queue any more.
 */
const LEFT_BEHIND_SECONDS = 2700;

/** So many at a time: the next run takes the others. */
const BATCH = 100;

const DAY_MILLISECONDS = 86_400_000;

/**
 * Runs every few minutes. A dispatch that the queue lost, gave up, or never got goes into it again; sent twice it would be
 * the same bytes under the same key. Tickets whose last message is `retentionDays` old are erased, with all that belongs to them.
 */
export async function tendTickets({
  store,
  queue,
  clock,
  report,
  retentionDays,
}: TendTicketsDependencies): Promise<void> {
  const now = clock.now();
  try {
    const left = await store.takeWaiting(now - LEFT_BEHIND_SECONDS * 1000, now, BATCH);
    await enqueueDispatches({ queue, report }, left);
    const erased = await store.eraseOlderThan(now - retentionDays * DAY_MILLISECONDS);
    await store.forgetSendersBefore(now - ticketLimits.WINDOW_SECONDS * 1000);
    if (left.length > 0 || erased > 0) report({ event: 'tickets.tended', requeued: left.length, erased });
  } catch {
    report({ event: 'part.failed', part: 'ticket-store', during: 'tend-tickets' });
  }
}

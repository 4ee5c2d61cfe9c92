/** The quick way from a written dispatch to the queue. */
import type { DispatchQueue, Report } from './ports';

/** A dispatch that does not reach the queue stays in the store, and `tendTickets` finds it there. */
export async function enqueueDispatches(
  { queue, report }: { readonly queue: DispatchQueue; readonly report: Report },
  ids: readonly string[],
): Promise<void> {
  const sent = await Promise.allSettled(ids.map((id) => queue.send({ type: 'dispatch', id })));
  if (sent.some(({ status }) => status === 'rejected')) {
    report({ event: 'part.failed', part: 'queue', during: 'enqueue' });
  }
}

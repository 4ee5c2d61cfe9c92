/** What a schedule does for feedback: erases what is old. */
import type { Clock } from '../clock';
import type { Report } from '../events';
import type { FeedbackStore } from './feedback-store';

export interface EraseFeedbackDependencies {
  readonly store: FeedbackStore;
  readonly clock: Clock;
  readonly report: Report;
  readonly retentionDays: { readonly feedback: number; readonly searches: number };
}

const DAY_MILLISECONDS = 86_400_000;

/** Erases sentences and words of searches that are older than their retention, and the shares of days that are over. */
export async function eraseFeedback({ store, clock, report, retentionDays }: EraseFeedbackDependencies): Promise<void> {
  const before = (days: number) => clock.now() - days * DAY_MILLISECONDS;
  try {
    const erased = await store.eraseOlderThan({
      comments: before(retentionDays.feedback),
      searches: before(retentionDays.searches),
      shares: before(1),
    });
    if (erased > 0) report({ event: 'feedback.erased', erased });
  } catch {
    report({ event: 'part.failed', part: 'feedback-store', during: 'erase-feedback' });
  }
}

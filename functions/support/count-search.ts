/** Counts what visitors searched for in vain, so that authors write it. Only words, and only with consent. */
import type { Locale } from '../../src/shared/locales';
import { missedWords, searchLimits } from '../../src/shared/missed-search';
import { isWithinBurst } from '../limits/burst';
import type { FeedbackDependencies } from './feedback';

export interface SearchReport {
  /** As it was typed. */
  readonly query: string;
  readonly locale: Locale;
  /** Network address, where the platform tells. */
  readonly address: string | null;
}

/** Counts the words of a search that found nothing; what is left of none is not counted. Whoever reports is told nothing. */
export async function countSearch(deps: FeedbackDependencies, { query, locale, address }: SearchReport): Promise<void> {
  const words = missedWords(query);
  if (words === '' || !(await isWithinBurst(deps, 'search', address))) return;
  const share = { now: deps.clock.now(), perDay: searchLimits.PER_DAY };
  try {
    const isCounted = await deps.store.countMissedSearch({ locale, words }, share);
    if (!isCounted) deps.report({ event: 'feedback.share-used', kind: 'searches', locale });
  } catch {
    deps.report({ event: 'part.failed', part: 'feedback-store', during: 'count-search' });
  }
}

/** The platform's own limit for one network address: cheap, approximate, first in line. */
import type { Report } from '../events';
import { addressToGroup } from './address';

export interface BurstLimit {
  /** Counts one request; false when the address has had its share. May throw. */
  allows(key: string): Promise<boolean>;
}

/** What each has a burst limit of its own: the forms' posts, and the look at the Worker's health. */
export type LimitedForm = 'reset' | 'code' | 'ticket' | 'feedback' | 'search' | 'health';

interface BurstDependencies {
  readonly burst: BurstLimit;
  readonly report: Report;
}

/**
 * Counts one post of a form. The limit is a convenience of the platform: when it fails, the post goes on, and what counts
 * exactly still counts.
 */
export async function isWithinBurst(
  { burst, report }: BurstDependencies,
  form: LimitedForm,
  address: string | null,
): Promise<boolean> {
  let isAllowed = true;
  try {
    isAllowed = await burst.allows(`${form}|${addressToGroup(address)}`);
  } catch {
    report({ event: 'part.failed', part: 'burst-limit', during: 'count-address' });
  }
  if (!isAllowed) report({ event: 'burst.refused', form });
  return isAllowed;
}

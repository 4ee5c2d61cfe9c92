/** Ends the sessions of an account, however long the account system does not answer. */
import type { AccountSystem } from '../accounts/port';
import { retryLater } from '../delivery/deliver';
import type { SessionsJob } from './jobs';
import type { Delivery, Report } from './ports';

export interface EndSessionsDependencies {
  readonly accounts: AccountSystem;
  readonly report: Report;
}

/** Done at once where the account system cannot end sessions. @param attempt Which delivery of the job this is, from 1. */
export async function endSessions(
  { accounts, report }: EndSessionsDependencies,
  job: SessionsJob,
  attempt: number,
): Promise<Delivery> {
  if (!accounts.capabilities.endSessions) return { type: 'done' };
  try {
    await accounts.endSessions(job.accountRef);
  } catch {
    return retryLater(report, 'account-system', 'end-sessions', attempt);
  }
  report({ event: 'sessions.ended' });
  return { type: 'done' };
}

/** The queue's half of "This was not me": mails the owner a link that takes the place of all others. */
import type { Account, AccountSystem } from '../accounts/port';
import { retryLater, skip } from '../delivery/deliver';
import type { SecureJob } from './jobs';
import { hasAddress, isBeyondHorizon, type MailLinkDependencies, mailLink } from './mail-link';
import type { Delivery } from './ports';

export interface SecureAccountDependencies extends MailLinkDependencies {
  readonly accounts: AccountSystem;
}

/** @param attempt Which delivery of the job this is, from 1. */
export async function secureAccount(
  deps: SecureAccountDependencies,
  job: SecureJob,
  attempt: number,
): Promise<Delivery> {
  const { report } = deps;
  if (isBeyondHorizon(deps, job)) return skip(report, 'secure', 'outdated');
  let account: Account | undefined;
  try {
    account = await deps.accounts.find(job.accountRef);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  if (account === undefined) return skip(report, 'secure', 'no-account');
  if (account.status !== 'active') return skip(report, 'secure', `account-${account.status}`);
  if (!hasAddress(account)) return skip(report, 'secure', 'no-verified-address');
  return mailLink(deps, job, account, attempt);
}

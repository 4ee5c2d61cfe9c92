/** The queue's half of a reset: finds the account and mails the link. */
import type { Account, AccountSystem } from '../accounts/port';
import { retryLater, skip } from '../delivery/deliver';
import type { ResetJob } from './jobs';
import { hasAddress, isBeyondHorizon, type MailLinkDependencies, mailLink } from './mail-link';
import type { Delivery } from './ports';
import { tellFederated } from './tell-federated';

export interface SendResetDependencies extends MailLinkDependencies {
  readonly accounts: AccountSystem;
}

/**
 * Mails the link of one job to the account that its identifier names; or, where that account signs in with a company,
 * that it has no password here. Anything else ends without a mail.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendReset(deps: SendResetDependencies, job: ResetJob, attempt: number): Promise<Delivery> {
  const { report } = deps;
  if (isBeyondHorizon(deps, job)) return skip(report, 'reset', 'outdated');
  let account: Account | undefined;
  try {
    account = await deps.accounts.resolve(job.identifier);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  if (account === undefined) return skip(report, 'reset', 'no-account');
  const { status } = account;
  if (status === 'disabled') return skip(report, 'reset', 'account-disabled');
  if (!hasAddress(account)) {
    return skip(report, 'reset', status === 'federated' ? 'account-federated' : 'no-verified-address');
  }
  return status === 'federated' ? tellFederated(deps, job, account, attempt) : mailLink(deps, job, account, attempt);
}

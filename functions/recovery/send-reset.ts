/** The queue's half of a reset: finds the account and mails the link. */
import type { Account, AccountSystem } from '../accounts/port';
import { deliver, retryLater, skip } from '../delivery/deliver';
import { HORIZON_SECONDS } from '../delivery/retry-delay';
import type { SkipReason } from '../events';
import type { Mailer } from '../mail/port';
import type { ResetJob } from './jobs';
import { type OpenLinkDependencies, openLink } from './open-link';
import type { Delivery, MailRenderer, Report } from './ports';

export interface SendResetDependencies extends OpenLinkDependencies {
  readonly accounts: AccountSystem;
  readonly mailer: Mailer;
  readonly render: MailRenderer;
  readonly report: Report;
}

/** An account that a link can be mailed to. */
type Reachable = Account & { readonly email: string };

/**
 * Mails the link of one job. Delivered again, the same job makes the same mail under the same key. The link's lifetime
 * counts from the last attempt, so that a mail which had to wait brings a link that works. A job beyond the horizon is
 * dropped: by then the gate no longer remembers what was asked for later.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendReset(deps: SendResetDependencies, job: ResetJob, attempt: number): Promise<Delivery> {
  const { report } = deps;
  if (deps.clock.now() - job.requestedAt >= HORIZON_SECONDS * 1000) return skip(report, 'reset', 'outdated');
  let account: Account | undefined;
  try {
    account = await deps.accounts.resolve(job.identifier);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  if (!isReachable(account)) return skip(report, 'reset', reasonOf(account));
  const link = await openLink(deps, { job, ref: account.ref, channel: 'email' });
  if (link.type === 'failed') return retryLater(report, link.part, link.during, attempt);
  if (link.type === 'skipped') return skip(report, 'reset', link.reason);
  const { token } = link;
  const { username, displayName, email } = account;
  const { locale, requestedAt, whereabouts } = job;
  const mail = await deps.render.reset({ locale, account: { username, displayName }, token, requestedAt, whereabouts });
  return deliver(deps, { type: 'reset', mail, to: email, idempotencyKey: job.id, attempt });
}

function isReachable(account: Account | undefined): account is Reachable {
  return account?.status === 'active' && account.email !== undefined;
}

function reasonOf(account: Account | undefined): SkipReason {
  if (account === undefined) return 'no-account';
  if (account.status === 'disabled') return 'account-disabled';
  return account.status === 'federated' ? 'account-federated' : 'no-verified-address';
}

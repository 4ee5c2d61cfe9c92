/** Mails a reset link: what a reset and its owner's "This was not me" have in common. */
import type { Account } from '../accounts/port';
import { deliver, retryLater, skip } from '../delivery/deliver';
import { HORIZON_SECONDS } from '../delivery/retry-delay';
import type { Mailer } from '../mail/port';
import type { ResetJob, SecureJob } from './jobs';
import { type OpenLinkDependencies, openLink } from './open-link';
import type { Delivery, MailRenderer, Report } from './ports';

export interface MailLinkDependencies extends OpenLinkDependencies {
  readonly mailer: Mailer;
  readonly render: MailRenderer;
  readonly report: Report;
}

/** An account that a mail can reach. */
export type Addressed = Account & { readonly email: string };

export function hasAddress(account: Account): account is Addressed {
  return account.email !== undefined;
}

/** Whether a job is beyond the horizon: the gate no longer remembers what was asked for later. */
export function isBeyondHorizon(
  { clock }: Pick<MailLinkDependencies, 'clock'>,
  { requestedAt }: Pick<ResetJob, 'requestedAt'>,
): boolean {
  return clock.now() - requestedAt >= HORIZON_SECONDS * 1000;
}

/**
 * Mails the link. Delivered again, the same job makes the same mail under the same key. The link's lifetime counts from
 * the last attempt, so that a mail which had to wait brings a link that works.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function mailLink(
  deps: MailLinkDependencies,
  job: ResetJob | SecureJob,
  account: Addressed,
  attempt: number,
): Promise<Delivery> {
  const { report } = deps;
  const link = await openLink(deps, { job, ref: account.ref, channel: 'email' });
  if (link.type === 'failed') return retryLater(report, link.part, link.during, attempt);
  if (link.type === 'skipped') return skip(report, job.type, link.reason);
  const { username, displayName, email } = account;
  const { locale, requestedAt, whereabouts } = job;
  const facts = { locale, account: { username, displayName }, token: link.token, requestedAt, whereabouts };
  const mail = await deps.render[job.type](facts);
  return deliver(deps, { type: job.type, mail, to: email, idempotencyKey: job.id, attempt });
}

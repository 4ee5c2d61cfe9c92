/** Mails the code that a text message brings as well. */
import type { Account, AccountSystem } from '../accounts/port';
import { deliver, retryLater, skip } from '../delivery/deliver';
import type { Mailer } from '../mail/port';
import type { Codes } from './codes';
import type { CodeMailJob } from './jobs';
import type { Clock, Delivery, MailRenderer, Report } from './ports';
import { isOutdated } from './send-code';

export interface SendCodeMailDependencies {
  readonly accounts: AccountSystem;
  readonly codes: Codes;
  readonly mailer: Mailer;
  readonly render: MailRenderer;
  readonly clock: Clock;
  readonly report: Report;
}

/**
 * Mails the code of one job to the stored address, while it works. Delivered again, the job makes the same mail.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendCodeMail(
  deps: SendCodeMailDependencies,
  job: CodeMailJob,
  attempt: number,
): Promise<Delivery> {
  const { report } = deps;
  if (isOutdated(deps, job)) return skip(report, 'code', 'outdated');
  let account: Account | undefined;
  try {
    account = await deps.accounts.find(job.accountRef);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  if (account === undefined) return skip(report, 'code', 'no-account');
  const { username, displayName, email, status } = account;
  if (status !== 'active')
    return skip(report, 'code', status === 'disabled' ? 'account-disabled' : 'account-federated');
  if (email === undefined) return skip(report, 'code', 'no-verified-address');
  const { locale, requestedAt, whereabouts } = job;
  const code = await deps.codes.codeOf(job.id);
  const mail = await deps.render.code({ locale, account: { username, displayName }, code, requestedAt, whereabouts });
  return deliver(deps, { type: 'code', mail, to: email, idempotencyKey: `code-${job.id}`, attempt });
}

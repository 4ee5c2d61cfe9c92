/** Tells an account's owner that the password was changed. */
import { limits } from '../../src/shared/forms';
import type { Account, AccountSystem } from '../accounts/port';
import { tokenToKey } from '../crypto/link-token';
import { deliver, retryLater, skip } from '../delivery/deliver';
import type { Mailer } from '../mail/port';
import type { NoticeJob } from './jobs';
import type { Clock, Delivery, MailRenderer, NoticeStore, Report } from './ports';
import type { RecoveryKeys } from './tokens';

export interface SendNoticeDependencies {
  readonly accounts: AccountSystem;
  readonly notices: NoticeStore;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly render: MailRenderer;
  readonly report: Report;
}

/**
 * Mails the notice of one job to the stored address, whatever the account's status has become since. Its button "This was
 * not me" works for a week from the last attempt.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendNotice(deps: SendNoticeDependencies, job: NoticeJob, attempt: number): Promise<Delivery> {
  const { report } = deps;
  let account: Account | undefined;
  try {
    account = await deps.accounts.find(job.accountRef);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  if (account === undefined) return skip(report, 'notice', 'no-account');
  const { username, displayName, email } = account;
  if (email === undefined) return skip(report, 'notice', 'no-verified-address');
  const token = await deps.keys.noticeToken(job.id);
  const expires = deps.clock.now() + limits.NOTICE_SECONDS * 1000;
  try {
    await deps.notices.put(await tokenToKey(token), { notice: job.id, account: job.accountRef, expires });
  } catch {
    return retryLater(report, 'notice-store', 'write-notice', attempt);
  }
  const { locale, changedAt, whereabouts } = job;
  const mail = await deps.render.notice({ locale, account: { username, displayName }, changedAt, token, whereabouts });
  return deliver(deps, { type: 'notice', mail, to: email, idempotencyKey: job.id, attempt });
}

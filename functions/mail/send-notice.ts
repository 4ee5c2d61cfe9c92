/** Tells an account's owner that the password was changed. */
import type { Translate } from '../../src/shared/catalog';
import type { Locale } from '../../src/shared/locales';
import type { AccountSystem } from '../accounts/port';
import type { NoticeJob } from '../recovery/jobs';
import { changedMail } from './changed-mail';
import type { JobOutcome } from './outbox';
import type { Mailer } from './port';

export interface NoticeDependencies {
  readonly accounts: Pick<AccountSystem, 'find'>;
  readonly mailer: Mailer;
  /** The site's origin, from the configuration. */
  readonly origin: string;
  loadTranslate(locale: Locale): Promise<Translate>;
}

/** Sends the notice to the stored address; `skipped` when the account is gone or has none. @throws AccountsError */
export async function sendNotice(dependencies: NoticeDependencies, job: NoticeJob): Promise<JobOutcome> {
  const { accounts, mailer, origin, loadTranslate } = dependencies;
  const { id, accountRef, locale, changedAt } = job;
  const account = await accounts.find(accountRef);
  if (!account?.email) return { type: 'skipped' };
  const mail = changedMail(await loadTranslate(locale), { locale, account, changedAt, origin });
  return mailer.send(mail, account.email, `notice/${id}`);
}

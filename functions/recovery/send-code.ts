/** The queue's half of a reset by mobile number: finds the account and sends the code. */
import { limits } from '../../src/shared/forms';
import type { Account, AccountSystem } from '../accounts/port';
import { retryLater } from '../delivery/deliver';
import { retryDelaySeconds } from '../delivery/retry-delay';
import type { Operation, Part, SkipReason } from '../events';
import type { Texter } from '../sms/port';
import type { Codes } from './codes';
import type { CodeJob } from './jobs';
import { hasAddress } from './mail-link';
import { type OpenLinkDependencies, openLink } from './open-link';
import type { Delivery, JobQueue, Report, TextRenderer } from './ports';
import { type SendResetDependencies, sendReset } from './send-reset';
import { tellFederated } from './tell-federated';

export interface SendCodeDependencies extends OpenLinkDependencies, SendResetDependencies {
  readonly accounts: AccountSystem;
  readonly codes: Codes;
  readonly queue: JobQueue;
  readonly texter: Texter;
  readonly renderText: TextRenderer;
  readonly report: Report;
}

/** An account that a code can be sent to. */
type Reachable = Account & { readonly phone: string };

/** `repeated`: the same request once more; its first job is in charge. */
type TextSkipReason = SkipReason | 'no-verified-number' | 'repeated';

/**
 * Sends the code of one job to the stored number, and to the stored e-mail address as well. Delivered again, the job makes
 * the same message. The code opens a link that is made beforehand, so that a password is only ever set by a link. A job that
 * is older than a code may be is dropped: the visitor has been offered another one long since.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendCode(deps: SendCodeDependencies, job: CodeJob, attempt: number): Promise<Delivery> {
  const { report } = deps;
  let account: Account | undefined;
  try {
    account = await deps.accounts.resolve(job.identifier);
  } catch {
    return retryLater(report, 'account-system', 'find-account', attempt);
  }
  const { alternative, request: _, type: __, ...facts } = job;
  if (account === undefined && alternative !== undefined) {
    return sendReset(deps, { ...facts, type: 'reset', identifier: alternative }, attempt);
  }
  if (isOutdated(deps, job)) return skipText(report, 'outdated');
  if (account?.status === 'federated' && hasAddress(account)) return tellFederated(deps, facts, account, attempt);
  if (!isReachable(account)) return skipText(report, reasonOf(account));
  const armed = await armCode(deps, job, account.ref);
  if (armed.type === 'failed') return retryLater(report, armed.part, armed.during, attempt);
  if (armed.type === 'skipped') return skipText(report, armed.reason);
  if (armed.repeated && attempt === 1) return skipText(report, 'repeated');
  if (account.email !== undefined) await enqueueMail(deps, job, account.ref);
  return sendText(deps, job, account.phone, attempt);
}

/** Whether the code of this job no longer works. */
export function isOutdated(
  { clock }: Pick<OpenLinkDependencies, 'clock'>,
  job: { readonly requestedAt: number },
): boolean {
  return clock.now() - job.requestedAt >= limits.CODE_SECONDS * 1000;
}

type Armed =
  /** `repeated`: a job of the same request has armed it before. */
  | { readonly type: 'armed'; readonly repeated: boolean }
  | { readonly type: 'skipped'; readonly reason: TextSkipReason }
  | { readonly type: 'failed'; readonly part: Part; readonly during: Operation };

/** The link first, then the code that leads to it. */
async function armCode(deps: SendCodeDependencies, job: CodeJob, ref: string): Promise<Armed> {
  const link = await openLink(deps, { job, ref, channel: 'sms' });
  if (link.type !== 'opened') return link;
  const identifier = await deps.keys.identifierKey(job.identifier);
  const codeKey = await deps.codes.codeKey(identifier, await deps.codes.codeOf(job.id));
  const key = { identifier, request: job.request, admittedAt: job.requestedAt };
  const issue = await deps.gate.issueCode(key, codeKey).catch(() => undefined);
  if (issue === undefined) return { type: 'failed', part: 'gate', during: 'issue-code' };
  if (issue.type === 'superseded') return { type: 'skipped', reason: 'superseded' };
  deps.report({ event: 'code.issued', repeated: issue.repeated });
  return { type: 'armed', repeated: issue.repeated };
}

/** The mail goes its own way: when the provider of mails is down, the text message is not held up, and the other way round. */
async function enqueueMail(deps: SendCodeDependencies, job: CodeJob, accountRef: string): Promise<void> {
  const { id, locale, requestedAt, whereabouts } = job;
  try {
    await deps.queue.send({ type: 'code-mail', id, accountRef, locale, requestedAt, whereabouts });
  } catch {
    deps.report({ event: 'part.failed', part: 'queue', during: 'enqueue' });
  }
}

async function sendText(deps: SendCodeDependencies, job: CodeJob, to: string, attempt: number): Promise<Delivery> {
  const { report } = deps;
  const text = await deps.renderText.code({ locale: job.locale, code: await deps.codes.codeOf(job.id) });
  const options = { isRepeat: attempt > 1, validSeconds: limits.CODE_SECONDS };
  const result = await deps.texter.send(text, to, options);
  if (result.type === 'retry') {
    const { reason } = result;
    const afterSeconds = retryDelaySeconds(reason, attempt, result.afterSeconds);
    report({ event: 'text.delayed', reason, attempt, afterSeconds });
    return { type: 'retry', afterSeconds };
  }
  if (result.type === 'sent') report({ event: 'text.sent', attempt, locale: job.locale });
  else report({ event: 'text.rejected', code: result.code });
  return { type: 'done' };
}

function skipText(report: Report, reason: TextSkipReason): Delivery {
  report({ event: 'text.skipped', reason });
  return { type: 'done' };
}

function isReachable(account: Account | undefined): account is Reachable {
  return account?.status === 'active' && account.phone !== undefined;
}

function reasonOf(account: Account | undefined): TextSkipReason {
  if (account === undefined) return 'no-account';
  if (account.status === 'disabled') return 'account-disabled';
  return account.status === 'federated' ? 'account-federated' : 'no-verified-number';
}

/** The queue's half of a reset: finds the account and mails the link. */
import { limits } from '../../src/shared/forms';
import type { Account, AccountSystem } from '../accounts/port';
import type { SkipReason } from '../events';
import type { Mailer } from '../mail/port';
import { deliver, retryLater, skip } from './deliver';
import type { FlowKey } from './gate-port';
import type { ResetJob } from './jobs';
import type { Clock, Delivery, Gate, MailRenderer, Report, TokenStore } from './ports';
import { HORIZON_SECONDS } from './retry-delay';
import type { StoredToken } from './stored-token';
import { type RecoveryKeys, tokenToKey } from './tokens';

export interface SendResetDependencies {
  readonly accounts: AccountSystem;
  readonly gate: Gate;
  readonly tokens: TokenStore;
  readonly keys: RecoveryKeys;
  readonly mailer: Mailer;
  readonly render: MailRenderer;
  readonly clock: Clock;
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
  const token = await deps.keys.token(job.id);
  const failure = await openLink(deps, { job, ref: account.ref, token, attempt });
  if (failure !== undefined) return failure;
  const { username, displayName, email } = account;
  const { locale, requestedAt, whereabouts } = job;
  const mail = await deps.render.reset({ locale, account: { username, displayName }, token, requestedAt, whereabouts });
  return deliver(deps, { type: 'reset', mail, to: email, idempotencyKey: job.id, attempt });
}

interface Link {
  readonly job: ResetJob;
  readonly ref: string;
  readonly token: string;
  readonly attempt: number;
}

/** Cap, store, gate, in this order: the link works once all three have agreed. Returns how the job ends when one does not. */
async function openLink(deps: SendResetDependencies, link: Link): Promise<Delivery | undefined> {
  const { gate, report } = deps;
  const { job, attempt } = link;
  const key: FlowKey = { account: await deps.keys.accountKey(link.ref), flow: await deps.keys.flowId(job.id) };
  const allowance = await gate.allowMail(key, job.requestedAt).catch(() => undefined);
  if (allowance === undefined) return retryLater(report, 'gate', 'allow-mail', attempt);
  if (allowance.type !== 'allowed') return skip(report, 'reset', reasons[allowance.type]);
  const expires = deps.clock.now() + limits.LINK_SECONDS * 1000;
  try {
    await deps.tokens.put(await tokenToKey(link.token), toEntry(link, key.flow, allowance.generation, expires));
  } catch {
    return retryLater(report, 'token-store', 'write-token', attempt);
  }
  const issue = await gate.issue(key, expires).catch(() => undefined);
  if (issue === undefined) return retryLater(report, 'gate', 'issue', attempt);
  return issue.type === 'superseded' ? skip(report, 'reset', 'superseded') : undefined;
}

const reasons = { capped: 'mail-cap', superseded: 'superseded' } as const satisfies Record<string, SkipReason>;

function toEntry({ job, ref }: Link, flow: string, generation: number, expires: number): StoredToken {
  const { locale, requestedAt } = job;
  return { flow, account: ref, generation, channel: 'email', locale, issued: requestedAt, expires };
}

function isReachable(account: Account | undefined): account is Reachable {
  return account?.status === 'active' && account.email !== undefined;
}

function reasonOf(account: Account | undefined): SkipReason {
  if (account === undefined) return 'no-account';
  if (account.status === 'disabled') return 'account-disabled';
  return account.status === 'federated' ? 'account-federated' : 'no-verified-address';
}

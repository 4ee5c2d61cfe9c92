/** Makes a flow's link work: what comes before the message that brings it. */
import { limits } from '../../src/shared/forms';
import { tokenToKey } from '../crypto/link-token';
import type { Operation, Part, SkipReason } from '../events';
import type { FlowKey } from './gate-port';
import type { ResetJob } from './jobs';
import type { Clock, Gate, Report, TokenStore } from './ports';
import type { StoredToken } from './stored-token';
import type { RecoveryKeys } from './tokens';

export interface OpenLinkDependencies {
  readonly gate: Gate;
  readonly tokens: TokenStore;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly report: Report;
}

export interface Link {
  readonly job: Pick<ResetJob, 'id' | 'locale' | 'requestedAt'>;
  /** The account's. */
  readonly ref: string;
  readonly channel: StoredToken['channel'];
}

/** `skipped`: no message may go out. `failed`: something did not answer, try again. */
export type OpenedLink =
  | { readonly type: 'opened'; readonly token: string }
  | { readonly type: 'skipped'; readonly reason: SkipReason }
  | { readonly type: 'failed'; readonly part: Part; readonly during: Operation };

/** One message to the account, and the flow's place at the gate. */
export type AllowedMessage =
  | { readonly type: 'allowed'; readonly key: FlowKey; readonly generation: number }
  | Exclude<OpenedLink, { readonly type: 'opened' }>;

/** Asks the gate whether one more message may go to the account. */
export async function allowMessage(
  { gate, keys }: Pick<OpenLinkDependencies, 'gate' | 'keys'>,
  { job, ref }: Pick<Link, 'job' | 'ref'>,
): Promise<AllowedMessage> {
  const key: FlowKey = { account: await keys.accountKey(ref), flow: await keys.flowId(job.id) };
  const allowance = await gate.allowMail(key, job.requestedAt).catch(() => undefined);
  if (allowance === undefined) return { type: 'failed', part: 'gate', during: 'allow-mail' };
  if (allowance.type !== 'allowed') return { type: 'skipped', reason: reasons[allowance.type] };
  return { type: 'allowed', key, generation: allowance.generation };
}

/** Cap, store, gate, in this order: the link works once all three have agreed. Repeated, it is the same link, living longer. */
export async function openLink(deps: OpenLinkDependencies, link: Link): Promise<OpenedLink> {
  const { gate } = deps;
  const allowed = await allowMessage(deps, link);
  if (allowed.type !== 'allowed') return allowed;
  const { key, generation } = allowed;
  const expires = deps.clock.now() + limits.LINK_SECONDS * 1000;
  const token = await deps.keys.token(link.job.id);
  try {
    await deps.tokens.put(await tokenToKey(token), toEntry(link, key.flow, generation, expires));
  } catch {
    return { type: 'failed', part: 'token-store', during: 'write-token' };
  }
  const issue = await gate.issue(key, expires).catch(() => undefined);
  if (issue === undefined) return { type: 'failed', part: 'gate', during: 'issue' };
  if (issue.type === 'superseded') return { type: 'skipped', reason: 'superseded' };
  deps.report({ event: 'link.issued', channel: link.channel });
  return { type: 'opened', token };
}

const reasons = { capped: 'mail-cap', superseded: 'superseded' } as const satisfies Record<string, SkipReason>;

function toEntry({ job, ref, channel }: Link, flow: string, generation: number, expires: number): StoredToken {
  const { locale, requestedAt } = job;
  return { flow, account: ref, generation, channel, locale, issued: requestedAt, expires };
}

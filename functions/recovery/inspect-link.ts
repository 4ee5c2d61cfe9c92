/** What a mailed link is worth. Only reads, as often as anybody likes: mail scanners open links too. */
import type { LinkProblem } from '../../src/shared/forms';
import type { DeadFlow, FlowKey } from './gate-port';
import type { Clock, Gate, Report, TokenStore } from './ports';
import type { StoredToken } from './stored-token';
import { parseToken, type RecoveryKeys, tokenToKey } from './tokens';

export interface InspectLinkDependencies {
  readonly tokens: TokenStore;
  readonly gate: Gate;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly report: Report;
}

/** `link-unknown`: no link of ours, or one whose entry is gone or damaged. `unavailable`: nothing is known, try again. */
export interface ClosedLink {
  readonly type: 'closed';
  readonly problem: LinkProblem | 'unavailable';
}

/** `flow` goes into the form. */
export type LinkState = { readonly type: 'open'; readonly flow: string } | ClosedLink;

/** A link whose entry was found and has not expired. The gate was not asked yet. */
export interface FoundLink {
  readonly type: 'found';
  readonly tokenKey: string;
  readonly entry: StoredToken;
  readonly key: FlowKey;
}

/** The problem that each end of a flow is to its visitor. */
export const problemOfFlow = {
  used: 'link-used',
  superseded: 'link-superseded',
  expired: 'link-expired',
} as const satisfies Record<DeadFlow['type'], LinkProblem>;

/**
 * Whether a link can still change a password.
 *
 * @param text The token as it came in the link or the cookie, or as it was pasted.
 */
export async function inspectLink(deps: InspectLinkDependencies, text: string): Promise<LinkState> {
  const link = await findLink(deps, text);
  if (link.type === 'closed') return link;
  const state = await deps.gate.peek(link.key).catch(() => undefined);
  if (state === undefined) {
    deps.report({ event: 'part.failed', part: 'gate', during: 'peek' });
    return { type: 'closed', problem: 'unavailable' };
  }
  if (state.type !== 'live') return closeLink(deps, problemOfFlow[state.type]);
  deps.report({ event: 'link.opened' });
  return { type: 'open', flow: link.entry.flow };
}

/** The link's entry. Its own `expires` is the law, to the millisecond: from that moment on the link is expired. */
export async function findLink(deps: InspectLinkDependencies, text: string): Promise<FoundLink | ClosedLink> {
  const token = parseToken(text);
  if (token === undefined) return closeLink(deps, 'link-unknown');
  const tokenKey = await tokenToKey(token);
  let entry: StoredToken | undefined;
  try {
    entry = await deps.tokens.find(tokenKey);
  } catch {
    deps.report({ event: 'part.failed', part: 'token-store', during: 'read-token' });
    return { type: 'closed', problem: 'unavailable' };
  }
  if (entry === undefined) return closeLink(deps, 'link-unknown');
  if (deps.clock.now() >= entry.expires) return closeLink(deps, 'link-expired');
  const key = { account: await deps.keys.accountKey(entry.account), flow: entry.flow };
  return { type: 'found', tokenKey, entry, key };
}

export function closeLink({ report }: Pick<InspectLinkDependencies, 'report'>, problem: LinkProblem): ClosedLink {
  report({ event: 'link.closed', problem });
  return { type: 'closed', problem };
}

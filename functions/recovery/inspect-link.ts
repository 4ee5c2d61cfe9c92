/** What a mailed link is worth. Only reads, as often as anybody likes: mail scanners open links too. */
import type { LinkProblem } from '../../src/shared/forms';
import { findEntry } from './find-entry';
import type { DeadFlow, FlowKey } from './gate-port';
import type { Clock, Gate, Report, TokenStore } from './ports';
import type { StoredToken } from './stored-token';
import type { RecoveryKeys } from './tokens';

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

export async function findLink(deps: InspectLinkDependencies, text: string): Promise<FoundLink | ClosedLink> {
  const found = await findEntry(deps.tokens.find, deps.clock, text);
  if (found.type === 'failed') {
    deps.report({ event: 'part.failed', part: 'token-store', during: 'read-token' });
    return { type: 'closed', problem: 'unavailable' };
  }
  if (found.type !== 'found') return closeLink(deps, `link-${found.type}`);
  const { account, flow } = found.entry;
  return { ...found, key: { account: await deps.keys.accountKey(account), flow } };
}

export function closeLink({ report }: Pick<InspectLinkDependencies, 'report'>, problem: LinkProblem): ClosedLink {
  report({ event: 'link.closed', problem });
  return { type: 'closed', problem };
}

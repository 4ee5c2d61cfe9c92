/** The ticket behind a visitor's link. */
import { ticketLimits } from '../../src/shared/ticket-limits';
import { parseToken, tokenToKey } from '../crypto/link-token';
import type { Clock, Report, StoredTicket, TicketStore } from './ports';

export interface ShowTicketDependencies {
  readonly store: TicketStore;
  readonly clock: Clock;
  readonly report: Report;
}

/** `unknown`: no link of ours, or one that has ended. `unavailable`: nothing is known, try again. */
export type ShownTicket =
  | (StoredTicket & {
      readonly type: 'open';
      /** Milliseconds since the epoch: when the link ends. */
      readonly until: number;
    })
  | { readonly type: 'closed'; readonly reason: 'unknown' | 'unavailable' };

/** Only reads, as often as anybody likes. @param text The token as it came in the link or the cookie, or as it was pasted. */
export async function showTicket(deps: ShowTicketDependencies, text: string): Promise<ShownTicket> {
  const token = parseToken(text);
  if (token === undefined) return { type: 'closed', reason: 'unknown' };
  try {
    const found = await deps.store.findByToken(await tokenToKey(token));
    const until = (found?.ticket.createdAt ?? 0) + ticketLimits.LINK_SECONDS * 1000;
    if (found === undefined || deps.clock.now() >= until) return { type: 'closed', reason: 'unknown' };
    return { type: 'open', ...found, until };
  } catch {
    deps.report({ event: 'part.failed', part: 'ticket-store', during: 'read-ticket' });
    return { type: 'closed', reason: 'unavailable' };
  }
}

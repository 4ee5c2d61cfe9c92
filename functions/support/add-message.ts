/** A visitor adds to a ticket by its link. */
import type { FieldProblem, FormSeed } from '../../src/shared/contact-form';
import { ticketLimits } from '../../src/shared/ticket-limits';
import { isWithinBurst } from '../limits/burst';
import { dispatchId } from './dispatch-id';
import { enqueueDispatches } from './enqueue';
import { judgeStamp } from './form-stamp';
import type { OpenTicketDependencies } from './open-ticket';
import { judge, trim } from './read-fields';
import { type ShownTicket, showTicket } from './show-ticket';

export interface AdditionRequest {
  /** Of the ticket's link. */
  readonly token: string;
  /** The reference that the form's page showed: another ticket may have been opened in this browser since. */
  readonly reference: string;
  readonly text: string;
  /** What the form carried; a double click sends it twice, with the same words. */
  readonly seed: FormSeed;
  /** What stands in the field that people do not see. */
  readonly honeypot?: string;
  /** The sender's address as the platform saw it. */
  readonly address: string | null;
}

export type AddedMessage =
  | { readonly type: 'added' }
  | { readonly type: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly type: 'confirm' | 'burst' | 'enough' | 'unavailable' }
  /** The form is of another ticket than the link. */
  | { readonly type: 'other' }
  | Extract<ShownTicket, { readonly type: 'closed' }>;

/** Writes the message together with what the desk must be told of it. */
export async function addMessage(deps: OpenTicketDependencies, request: AdditionRequest): Promise<AddedMessage> {
  const added = await judgeAndWrite(deps, request);
  if (added.type !== 'added' && added.type !== 'closed' && added.type !== 'unavailable') {
    deps.report({ event: 'ticket.addition-refused', reason: added.type });
  }
  return added;
}

async function judgeAndWrite(deps: OpenTicketDependencies, request: AdditionRequest): Promise<AddedMessage> {
  const { keys, clock } = deps;
  const { seed, honeypot } = request;
  const text = trim(request.text);
  const problem = judge('message', 'required', text);
  if (problem) return { type: 'invalid', problems: [{ field: 'message', problem }] };
  if (honeypot || (await judgeStamp(keys, seed, clock.now())) === 'confirm') return { type: 'confirm' };
  if (!(await isWithinBurst(deps, 'ticket', request.address))) return { type: 'burst' };
  const shown = await showTicket(deps, request.token);
  if (shown.type === 'closed') return shown;
  if (shown.ticket.reference !== request.reference) return { type: 'other' };
  return write(deps, shown.ticket, text, await keys.requestKey(seed.request, text));
}

async function write(
  { store, clock, report, queue }: OpenTicketDependencies,
  { id, topic, locale }: Extract<ShownTicket, { readonly type: 'open' }>['ticket'],
  text: string,
  request: string,
): Promise<AddedMessage> {
  const sentAt = clock.now();
  const quota = { limit: ticketLimits.MESSAGES, since: sentAt - ticketLimits.WINDOW_SECONDS * 1000 };
  let added: Awaited<ReturnType<typeof store.add>>;
  try {
    added = await store.add({ ticket: id, request, text, sentAt, ...quota });
  } catch {
    report({ event: 'part.failed', part: 'ticket-store', during: 'add-message' });
    return { type: 'unavailable' };
  }
  if (added === undefined) return { type: 'enough' };
  const { number, repeated } = added;
  await enqueueDispatches({ queue, report }, [dispatchId(id, number, 'desk')]);
  report({ event: 'ticket.added', topic, repeated, locale });
  return { type: 'added' };
}

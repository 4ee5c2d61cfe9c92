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
  readonly text: string;
  /** What the form carried; a double click sends it twice. */
  readonly seed: FormSeed;
  /** The sender's address as the platform saw it. */
  readonly address: string | null;
}

export type AddedMessage =
  | { readonly type: 'added' }
  | { readonly type: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly type: 'confirm' | 'burst' | 'enough' | 'unavailable' }
  | Extract<ShownTicket, { readonly type: 'closed' }>;

/** Writes the message together with what the desk must be told of it. */
export async function addMessage(deps: OpenTicketDependencies, request: AdditionRequest): Promise<AddedMessage> {
  const { keys, clock } = deps;
  const text = trim(request.text);
  const problem = judge('message', 'required', text);
  if (problem) return { type: 'invalid', problems: [{ field: 'message', problem }] };
  if ((await judgeStamp(keys, request.seed, clock.now())) === 'confirm') return { type: 'confirm' };
  if (!(await isWithinBurst(deps, 'ticket', request.address))) return { type: 'burst' };
  const shown = await showTicket(deps, request.token);
  return shown.type === 'closed' ? shown : write(deps, shown.ticket, text, request.seed.request);
}

async function write(
  { store, keys, clock, report, queue }: OpenTicketDependencies,
  { id, topic, locale }: Extract<ShownTicket, { readonly type: 'open' }>['ticket'],
  text: string,
  form: string,
): Promise<AddedMessage> {
  const request = await keys.requestKey(form);
  const addition = { ticket: id, request, text, sentAt: clock.now(), limit: ticketLimits.MESSAGES };
  let number: number | undefined;
  try {
    number = await store.add(addition);
  } catch {
    report({ event: 'part.failed', part: 'ticket-store', during: 'add-message' });
    return { type: 'unavailable' };
  }
  if (number === undefined) return { type: 'enough' };
  await enqueueDispatches({ queue, report }, [dispatchId(id, number, 'desk')]);
  report({ event: 'ticket.added', topic, locale });
  return { type: 'added' };
}

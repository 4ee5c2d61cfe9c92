/** The queue's half of a ticket: tells the desk, or the visitor. */

import { topicOf } from '../../src/shared/contact-topics';
import { ticketLimits } from '../../src/shared/ticket-limits';
import { retryLater } from '../delivery/deliver';
import { retryDelaySeconds } from '../delivery/retry-delay';
import type { Desk } from '../desk/port';
import type { Mailer, SendResult } from '../mail/port';
import type { DispatchJob } from './jobs';
import type { TicketKeys } from './keys';
import type { Clock, Delivery, Dispatch, ReceiptRenderer, Recipient, Report, TicketStore } from './ports';

export interface SendDispatchDependencies {
  readonly store: TicketStore;
  readonly desk: Desk;
  readonly mailer: Mailer;
  readonly render: ReceiptRenderer;
  readonly keys: TicketKeys;
  readonly clock: Clock;
  readonly report: Report;
}

/**
 * Sends one dispatch, and notes that it is done. Delivered again it makes the same bytes under the same key; done or erased
 * meanwhile, it ends without a word.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function sendDispatch(
  deps: SendDispatchDependencies,
  { id }: DispatchJob,
  attempt: number,
): Promise<Delivery> {
  const { store, clock, report } = deps;
  let dispatch: Dispatch | undefined;
  try {
    dispatch = await store.take(id, clock.now());
  } catch {
    return retryLater(report, 'ticket-store', 'read-ticket', attempt);
  }
  if (dispatch === undefined) return { type: 'done' };
  const result = await send(deps, dispatch);
  const { recipient } = dispatch;
  if (result.type === 'retry') {
    const { reason } = result;
    const afterSeconds = retryDelaySeconds(reason, attempt, result.afterSeconds);
    report({ event: 'ticket.delayed', recipient, reason, attempt, afterSeconds });
    return { type: 'retry', afterSeconds };
  }
  if (result.type === 'sent') report({ event: 'ticket.sent', recipient, attempt, locale: dispatch.ticket.locale });
  else report({ event: 'ticket.rejected', recipient, reason: result.reason });
  return staysUndone(recipient, result) ? { type: 'done' } : finish(deps, id, attempt);
}

/** A visitor was promised that a person reads this: what the desk refuses stays undone, so that the schedule tries again. */
function staysUndone(recipient: Recipient, result: SendResult): boolean {
  return recipient === 'desk' && result.type === 'rejected' && result.reason === 'refused';
}

/** Forgotten here, it would be sent again under the same key, which sends nothing. */
async function finish(
  { store, clock, report }: SendDispatchDependencies,
  id: string,
  attempt: number,
): Promise<Delivery> {
  try {
    await store.finish(id, clock.now());
    return { type: 'done' };
  } catch {
    return retryLater(report, 'ticket-store', 'finish-dispatch', attempt);
  }
}

async function send(deps: SendDispatchDependencies, { id, recipient, ticket, message }: Dispatch): Promise<SendResult> {
  const { reference, topic, locale, email, createdAt } = ticket;
  if (recipient === 'desk') {
    return deps.desk.send({ desk: topicOf(topic).desk, reference, topic, locale, email, ...message }, id);
  }
  const token = await deps.keys.token(ticket.id);
  const until = createdAt + ticketLimits.LINK_SECONDS * 1000;
  return deps.mailer.send(await deps.render.receipt({ ticket, token, until }), email, id);
}

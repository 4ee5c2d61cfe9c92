/** The web request's half of a ticket: judged, counted, and written before anybody is told that it was. */
import type { FieldProblem, FormSeed } from '../../src/shared/contact-form';
import type { ContactTopicName } from '../../src/shared/contact-topics';
import type { Locale } from '../../src/shared/locales';
import { newReference } from '../../src/shared/reference';
import { ticketLimits } from '../../src/shared/ticket-limits';
import { tokenToKey } from '../crypto/link-token';
import { addressToGroup } from '../limits/address';
import { type BurstLimit, isWithinBurst } from '../limits/burst';
import { dispatchId } from './dispatch-id';
import { enqueueDispatches } from './enqueue';
import { judgeStamp } from './form-stamp';
import type { TicketKeys } from './keys';
import type { Clock, DispatchQueue, NewTicket, Opening, Report, TicketQuota, TicketStore } from './ports';
import { type ReadFields, readFields, type TypedFields } from './read-fields';

export interface OpenTicketDependencies {
  readonly burst: BurstLimit;
  readonly store: TicketStore;
  readonly queue: DispatchQueue;
  readonly keys: TicketKeys;
  readonly isProven: (proof: string | undefined, request: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly report: Report;
}

export interface TicketRequest {
  readonly topic: ContactTopicName;
  readonly fields: TypedFields;
  /** What the form carried; a double click sends it twice, with the same words. */
  readonly seed: FormSeed;
  /** What stands in the field that people do not see. */
  readonly honeypot?: string;
  /** A proof of work, where the browser has made one. */
  readonly proof?: string;
  /** The sender's address as the platform saw it, never as a header of the sender says. */
  readonly address: string | null;
  readonly locale: Locale;
}

export type OpenedTicket =
  /** `token` opens the visitor's page of the ticket. */
  | { readonly type: 'opened'; readonly reference: string; readonly token: string }
  | { readonly type: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly type: 'confirm' | 'burst' | 'enough' | 'crowded' | 'unavailable' };

/** References are drawn by chance from a billion: the same one three times in a row is no chance. */
const DRAWS = 3;

/**
 * Takes a ticket: once it says `opened`, the ticket is in the store together with what must go out, and the queue is only
 * the quick way to send it. It asks no account system, so it cannot tell whether an account exists.
 */
export async function openTicket(deps: OpenTicketDependencies, request: TicketRequest): Promise<OpenedTicket> {
  const { topic, locale, seed } = request;
  const read = readFields(topic, request.fields);
  if (read.type === 'invalid') {
    deps.report({ event: 'ticket.invalid', topic, locale });
    return read;
  }
  const refusal = await findRefusal(deps, request);
  if (refusal) {
    deps.report({ event: 'ticket.refused', reason: refusal, topic, locale });
    return { type: refusal };
  }
  const content = JSON.stringify([topic, read.email, read.fields]);
  const id = await deps.keys.ticketId(seed.request, content);
  const requestKey = await deps.keys.requestKey(seed.request, content);
  const opening = await write(deps, request, { id, request: requestKey }, read).catch(() => undefined);
  if (opening === undefined) {
    deps.report({ event: 'part.failed', part: 'ticket-store', during: 'open-ticket' });
    return { type: 'unavailable' };
  }
  if (opening.type !== 'opened') {
    deps.report({ event: 'ticket.refused', reason: opening.type, topic, locale });
    return { type: opening.type };
  }
  await enqueueDispatches(deps, [dispatchId(id, 1, 'desk'), dispatchId(id, 1, 'visitor')]);
  deps.report({ event: 'ticket.opened', topic, repeated: opening.repeated, locale });
  return { type: 'opened', reference: opening.reference, token: await deps.keys.token(id) };
}

/** The cheap questions come first. A filled honeypot is no proof: a program that fills in forms may have done so for a person, who sends it once more. */
async function findRefusal(
  deps: OpenTicketDependencies,
  { seed, honeypot, address }: TicketRequest,
): Promise<'confirm' | 'burst' | undefined> {
  const { keys, clock } = deps;
  if (honeypot || (await judgeStamp(keys, seed, clock.now())) === 'confirm') return 'confirm';
  return (await isWithinBurst(deps, 'ticket', address)) ? undefined : 'burst';
}

async function write(
  deps: OpenTicketDependencies,
  { topic, locale, seed, address, proof }: TicketRequest,
  names: Pick<NewTicket, 'id' | 'request'>,
  { email, fields }: Extract<ReadFields, { readonly type: 'ok' }>,
): Promise<Exclude<Opening, { readonly type: 'taken' }>> {
  const { keys, store } = deps;
  const createdAt = deps.clock.now();
  const tokenKey = await tokenToKey(await keys.token(names.id));
  const sender = await keys.senderKey(addressToGroup(address));
  const quota = quotaOf(await deps.isProven(proof, seed.request), createdAt);
  const ticket = { ...names, topic, locale, email, createdAt, tokenKey, sender, fields };
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const opening = await store.open({ ...ticket, reference: newReference() }, quota);
    if (opening.type !== 'taken') return opening;
  }
  throw new Error('no free reference');
}

/** A proof of work raises what one may send; nobody needs one. */
function quotaOf(isProven: boolean, now: number): TicketQuota {
  const since = now - ticketLimits.WINDOW_SECONDS * 1000;
  const common = { mailsPerEmail: ticketLimits.MAILS_PER_EMAIL, since };
  return isProven
    ? { perEmail: ticketLimits.PER_EMAIL_PROVEN, perSender: ticketLimits.PER_SENDER_PROVEN, ...common }
    : { perEmail: ticketLimits.PER_EMAIL, perSender: ticketLimits.PER_SENDER, ...common };
}

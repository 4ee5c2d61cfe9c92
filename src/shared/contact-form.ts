/** The forms of support: their schemas, limits and problems. What each asks is stated in `contact-topics`. */
import { z } from 'zod';
import { type ContactTopicName, fieldsOf, type TicketFieldName } from './contact-topics';
import type { PostProblem } from './forms';

/** What can be wrong with one answer. */
export interface FieldProblem {
  readonly field: TicketFieldName;
  readonly problem: 'missing' | 'too-long' | 'invalid';
}

/**
 * Why a whole form was not taken. `confirm`: it came too quickly or too late, or with the honeypot filled in. `enough`:
 * too many tickets of one visitor. `crowded`: too many of one network, which may be those of others.
 */
export type TicketProblem = PostProblem | 'burst' | 'unavailable' | 'confirm' | 'enough' | 'crowded';

/** What a form carries: `request` makes a double click one ticket, `stamp` says when the form was made. */
export interface FormSeed {
  readonly request: string;
  readonly stamp: string;
}

/** What a page gives a form: the challenge is for a proof of work, as JSON. */
export interface OfferedForm extends FormSeed {
  readonly challenge: string;
}

/** `proof` is a proof of work where the browser has made one, `website` is the honeypot. */
const carried = {
  request: z.string().max(64).default(''),
  stamp: z.string().max(100).default(''),
  proof: z.string().max(2000).optional(),
  website: z.string().optional(),
};

const typed = z.string().default('');

/** The form of a topic: one string a field, and no field that the topic does not ask for. */
export function topicSchema(topic: ContactTopicName) {
  const asked = Object.fromEntries(fieldsOf(topic).map(([field]) => [field, typed]));
  return z.strictObject({ ...asked, ...carried }).transform(({ request, stamp, proof, website, ...fields }) => ({
    seed: { request, stamp },
    proof,
    honeypot: website,
    fields: fields as Partial<Record<TicketFieldName, string>>,
  }));
}

/** The form that adds to a ticket. `reference`: that of the ticket on its page. */
export const additionSchema = z
  .strictObject({ message: typed, reference: typed, ...carried })
  .transform(({ message, reference, request, stamp, website }) => ({
    text: message,
    reference,
    seed: { request, stamp },
    honeypot: website,
  }));

/** What a route tells the page of a topic. */
export interface ContactOutcome {
  readonly topic: ContactTopicName;
  readonly seed: OfferedForm;
  readonly typed: Readonly<Partial<Record<TicketFieldName, string>>>;
  readonly fieldProblems: readonly FieldProblem[];
  readonly problem?: TicketProblem;
}

/** What a route tells the page after a form of support was sent. */
export interface SentOutcome {
  /** Ten digits. */
  readonly reference: string;
  /** Whether an e-mail with the ticket's link goes out; an address that had many of them gets none. */
  readonly isMailed: boolean;
  /** Whether somebody may be in danger. */
  readonly isUrgent: boolean;
}

/** One message as its visitor sees it again: labels are the form's. */
export interface SentMessage {
  readonly fields: Readonly<Partial<Record<TicketFieldName, string>>>;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** What a route tells the page of a ticket. Times are milliseconds since the epoch. */
export type TicketOutcome =
  | {
      readonly type: 'open';
      readonly topic: ContactTopicName;
      readonly reference: string;
      readonly messages: readonly SentMessage[];
      readonly until: number;
      /** IANA time zone of the visitor, as far as the network tells. */
      readonly timeZone: string;
      readonly seed: OfferedForm;
      readonly typed?: string;
      readonly isAdded: boolean;
      readonly fieldProblems: readonly FieldProblem[];
      readonly problem?: TicketProblem;
    }
  | {
      readonly type: 'closed';
      readonly reason: 'missing' | 'unknown' | 'unavailable';
      /** What was typed below a ticket that cannot be shown any more. */
      readonly typed?: string;
    };

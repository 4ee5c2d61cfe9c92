/** What the use-cases of support need from outside. */
import type { ContactTopicName, TicketFieldName } from '../../src/shared/contact-topics';
import type { Locale } from '../../src/shared/locales';
import type { RenderedMail } from '../mail/port';
import type { DispatchJob } from './jobs';

export type { Clock } from '../clock';
export type { Delivery } from '../delivery/delivery';
export type { Report } from '../events';

/** What was filled in; the address to answer to stands at the ticket. */
export type TicketFields = Readonly<Partial<Record<Exclude<TicketFieldName, 'email'>, string>>>;

export interface TicketMessage {
  /** From 1. */
  readonly number: number;
  readonly fields: TicketFields;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

export interface Ticket {
  readonly id: string;
  /** Ten digits. */
  readonly reference: string;
  readonly topic: ContactTopicName;
  readonly locale: Locale;
  readonly email: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export interface NewTicket extends Ticket {
  readonly tokenKey: string;
  readonly sender: string;
  readonly request: string;
  readonly fields: TicketFields;
}

/** What is taken and sent within the window, at most. */
export interface TicketQuota {
  /** Tickets of one e-mail address from one network: anybody can type a stranger's address, and must not use up that person's share. */
  readonly perEmail: number;
  readonly perSender: number;
  /** E-mails to one address. */
  readonly mailsPerEmail: number;
  /** Milliseconds since the epoch: what is older does not count. */
  readonly since: number;
}

/** `reference` is that of the first form where this one is its double. `taken`: another ticket has this reference. */
export type Opening =
  | { readonly type: 'opened'; readonly reference: string; readonly repeated: boolean }
  /** `enough`: of this address from this network. `crowded`: of this network. */
  | { readonly type: 'enough' | 'crowded' }
  | { readonly type: 'taken' };

export interface Addition {
  readonly ticket: string;
  readonly request: string;
  readonly text: string;
  readonly sentAt: number;
  /** So many messages a ticket within the window. */
  readonly limit: number;
  /** Milliseconds since the epoch: what is older does not count. */
  readonly since: number;
}

export type Recipient = 'desk' | 'visitor';

/** Something that must go out, with all that it is made of. */
export interface Dispatch {
  readonly id: string;
  readonly recipient: Recipient;
  readonly ticket: Ticket;
  readonly message: TicketMessage;
}

export interface StoredTicket {
  readonly ticket: Ticket;
  readonly messages: readonly TicketMessage[];
  /** Whether an e-mail with its link goes to the visitor. */
  readonly isMailed: boolean;
}

/** Tickets, and what must go out of them. Every step is one transaction. May throw. */
export interface TicketStore {
  /** Writes the ticket and its two dispatches, unless the quota is used up; to an address that had its e-mails, only the desk's. */
  open(ticket: NewTicket, quota: TicketQuota): Promise<Opening>;
  /** The ticket of a link, with all its messages in their order. */
  findByToken(tokenKey: string): Promise<StoredTicket | undefined>;
  /** Writes a message and its dispatch to the desk. @returns Its number; undefined where the ticket has its share for now. */
  add(addition: Addition): Promise<{ readonly number: number; readonly repeated: boolean } | undefined>;
  /** A dispatch that is not done yet, marked as tried at this time. */
  take(dispatchId: string, now: number): Promise<Dispatch | undefined>;
  finish(dispatchId: string, now: number): Promise<void>;
  /** Marks dispatches as queued that are not done and were last touched before. @returns Their ids, oldest first. */
  takeWaiting(touchedBefore: number, now: number, limit: number): Promise<readonly string[]>;
  /** Erases tickets whose last message is older. @returns How many. */
  eraseOlderThan(moment: number): Promise<number>;
  /** Forgets which networks tickets came from that are older. */
  forgetSendersBefore(moment: number): Promise<void>;
}

export interface DispatchQueue {
  send(job: DispatchJob): Promise<void>;
}

/** The facts of the visitor's e-mail. Nothing here changes when it is made again. */
export interface ReceiptMail {
  readonly ticket: Ticket;
  readonly token: string;
  /** Milliseconds since the epoch: when the link in it ends. */
  readonly until: number;
}

/** Writes the e-mail to the visitor. */
export interface ReceiptRenderer {
  receipt(mail: ReceiptMail): Promise<RenderedMail>;
}

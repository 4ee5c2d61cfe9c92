/** The port to the desk: where people answer tickets. */
import type { ContactTopicName, DeskName, TicketFieldName } from '../../src/shared/contact-topics';
import type { Locale } from '../../src/shared/locales';
import type { SendResult } from '../mail/port';

/** One message of a visitor, as a desk is told of it. Nothing here changes when it is sent again. */
export interface DeskTicket {
  readonly desk: DeskName;
  /** Ten digits; the same for everything that a visitor adds. */
  readonly reference: string;
  readonly topic: ContactTopicName;
  /** The language of the page that it was written on. */
  readonly locale: Locale;
  /** Where the answer goes. */
  readonly email: string;
  /** 1 for the ticket itself, more for what was added. */
  readonly number: number;
  /** What was filled in, as it was typed. */
  readonly fields: Readonly<Partial<Record<Exclude<TicketFieldName, 'email'>, string>>>;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

export interface Desk {
  /** Hands over one message; the same key hands it over once. Never throws. */
  send(ticket: DeskTicket, idempotencyKey: string): Promise<SendResult>;
}

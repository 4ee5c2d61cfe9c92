/** A desk that gets e-mails: the visitor's answer is one reply away. */
import { desks } from '../../src/shared/contact-topics';
import type { Mailer, RenderedMail } from '../mail/port';
import type { Desk, DeskTicket } from './port';

export interface MailDeskDependencies {
  readonly mailer: Mailer;
  readonly render: (ticket: DeskTicket) => Promise<RenderedMail>;
}

export function createMailDesk({ mailer, render }: MailDeskDependencies): Desk {
  return {
    send: async (ticket, idempotencyKey) =>
      mailer.send(await render(ticket), desks[ticket.desk].address, idempotencyKey),
  };
}

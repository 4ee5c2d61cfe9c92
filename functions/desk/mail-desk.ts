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
    async send(ticket, idempotencyKey) {
      const { address } = desks[ticket.desk];
      const mail = await render(ticket);
      const result = await mailer.send(mail, address, idempotencyKey);
      if (result.type !== 'rejected' || result.reason !== 'refused' || mail.replyTo === undefined) return result;
      // An address that we take may be one that the provider does not: the desk finds it in the text.
      return mailer.send({ ...mail, replyTo: undefined }, address, `${idempotencyKey}-no-reply-to`);
    },
  };
}

/** The mails, rendered in the language of each job. */
import type { Translate } from '../../src/shared/catalog';
import { deskLocale } from '../../src/shared/contact-topics';
import type { Locale } from '../../src/shared/locales';
import type { DeskTicket } from '../desk/port';
import type { MailRenderer } from '../recovery/ports';
import type { ReceiptRenderer } from '../support/ports';
import { changedMail } from './changed-mail';
import { codeMail } from './code-mail';
import { federatedMail } from './federated-mail';
import type { RenderedMail } from './port';
import { resetMail } from './reset-mail';
import { ticketDeskMail } from './ticket-desk-mail';
import { ticketVisitorMail } from './ticket-visitor-mail';

export interface MailRenderers extends MailRenderer, ReceiptRenderer {
  desk(ticket: DeskTicket): Promise<RenderedMail>;
}

/** @param origin The site's origin, from the configuration: the only one that a mailed link ever has. */
export function mailRenderer(origin: string, loadTranslate: (locale: Locale) => Promise<Translate>): MailRenderers {
  return {
    reset: async (mail) => resetMail(await loadTranslate(mail.locale), { ...mail, origin }),
    secure: async (mail) => resetMail(await loadTranslate(mail.locale), { ...mail, origin, reason: 'secure' }),
    federated: async (mail) => federatedMail(await loadTranslate(mail.locale), { ...mail, origin }),
    code: async (mail) => codeMail(await loadTranslate(mail.locale), { ...mail, origin }),
    receipt: async (mail) => ticketVisitorMail(await loadTranslate(mail.ticket.locale), { ...mail, origin }),
    desk: async (ticket) => ticketDeskMail(await loadTranslate(deskLocale), ticket),
    notice: async (mail) => changedMail(await loadTranslate(mail.locale), { ...mail, origin }),
  };
}

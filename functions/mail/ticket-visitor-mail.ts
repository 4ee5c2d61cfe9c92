/** The e-mail that tells a visitor that support has the message. It holds nothing that was typed: somebody may have given a stranger's address. */
import type { Translate } from '../../src/shared/catalog';
import { topicOf } from '../../src/shared/contact-topics';
import { momentInWords } from '../../src/shared/moments';
import { printReference } from '../../src/shared/reference';
import { site } from '../../src/shared/site';
import type { ReceiptMail } from '../support/ports';
import { layOut } from './layout';
import type { RenderedMail } from './port';
import { tokenUrl } from './token-url';

export interface TicketVisitorMailData extends ReceiptMail {
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** Pure: the same data makes the same bytes. */
export function ticketVisitorMail(t: Translate, { ticket, token, until, origin }: TicketVisitorMailData): RenderedMail {
  const { locale, topic, createdAt } = ticket;
  const reference = printReference(ticket.reference);
  const url = tokenUrl(origin, locale, 'ticket', token);
  return layOut(t, {
    locale,
    origin,
    subject: t('mail.ticket-subject', { brand: site.brand, reference }),
    preview: t('mail.ticket-preview'),
    title: t('contact.sent-title'),
    blocks: [
      { type: 'paragraph', text: t('mail.ticket-intro') },
      { type: 'code', code: reference },
      { type: 'paragraph', text: t('contact.reference-why') },
      { type: 'button', label: t('contact.open'), url },
      { type: 'paragraph', text: t('mail.ticket-link', { time: momentInWords(locale, until) }) },
      { type: 'paragraph', text: t('mail.ticket-ignore') },
    ],
    facts: [
      t('mail.ticket-topic', { topic: t(topicOf(topic).title) }),
      t('contact.sent-at', { time: momentInWords(locale, createdAt) }),
    ],
  });
}

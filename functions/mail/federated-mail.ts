/** The e-mail to somebody who asked for a reset, and signs in with their company. */
import type { Translate } from '../../src/shared/catalog';
import { site } from '../../src/shared/site';
import { questionUrl } from '../../src/shared/urls';
import type { FederatedMail } from '../recovery/ports';
import { layOut } from './layout';
import type { RenderedMail } from './port';
import { requestFacts } from './request-facts';

const ARTICLE = 'logging-in/reset-email-does-not-arrive';
const SECTION = 'no-link';

export interface FederatedMailData extends FederatedMail {
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** Renders the e-mail that says where the password is kept. It holds no secret. Pure: the same data makes the same bytes. */
export function federatedMail(t: Translate, data: FederatedMailData): RenderedMail {
  const { locale, account, origin } = data;
  const { brand } = site;
  return layOut(t, {
    locale,
    origin,
    account,
    subject: t('mail.federated-subject', { brand }),
    preview: t('mail.federated-preview', { brand }),
    title: t('mail.federated-title'),
    blocks: [
      { type: 'paragraph', text: t('mail.federated-intro', { brand }) },
      { type: 'paragraph', text: t('mail.federated-where') },
      { type: 'link', label: t('mail.federated-more'), url: `${origin}${questionUrl(locale, ARTICLE, SECTION)}` },
      { type: 'paragraph', text: t('mail.federated-ignore') },
    ],
    facts: requestFacts(t, data),
  });
}

/** The notice that a password was changed. */
import type { Translate } from '../../src/shared/catalog';
import { momentInWords } from '../../src/shared/moments';
import { site } from '../../src/shared/site';
import { pageUrl } from '../../src/shared/urls';
import type { NoticeMail } from '../recovery/ports';
import { layOut } from './layout';
import type { RenderedMail } from './port';
import { tokenUrl } from './token-url';
import { whereaboutsFacts } from './whereabouts-facts';

const HACKED_ARTICLE = 'logging-in/hacked-account';

export interface ChangedMailData extends NoticeMail {
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** Renders the notice that a password was changed. Its token can only take things back. Pure: the same data makes the same bytes. */
export function changedMail(t: Translate, data: ChangedMailData): RenderedMail {
  const { locale, account, changedAt, token, whereabouts, origin } = data;
  return layOut(t, {
    locale,
    origin,
    account,
    subject: t('mail.changed-subject', { brand: site.brand }),
    preview: t('mail.changed-preview'),
    title: t('mail.changed-title'),
    blocks: [
      { type: 'paragraph', text: t('mail.changed-intro', { brand: site.brand }) },
      { type: 'paragraph', text: t('mail.changed-by-you') },
      { type: 'paragraph', text: t('mail.changed-by-stranger') },
      { type: 'button', label: t('not-me.submit'), url: tokenUrl(origin, locale, 'notMe', token) },
      { type: 'link', label: t('mail.changed-more'), url: `${origin}${pageUrl(locale, HACKED_ARTICLE)}` },
    ],
    facts: [
      t('mail.changed-time', { time: momentInWords(locale, changedAt) }),
      ...whereaboutsFacts(t, locale, whereabouts),
    ],
  });
}

/** The e-mail with the reset link. */
import type { Translate } from '../../src/shared/catalog';
import { limits } from '../../src/shared/forms';
import { site } from '../../src/shared/site';
import { formUrl, TOKEN_PARAMETER } from '../../src/shared/urls';
import type { ResetMail } from '../recovery/ports';
import { layOut } from './layout';
import { momentInWords } from './moment';
import type { RenderedMail } from './port';
import { whereaboutsFacts } from './whereabouts-facts';

export interface ResetMailData extends ResetMail {
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** Renders the e-mail with the reset link. Pure: the same data makes the same bytes. */
export function resetMail(t: Translate, data: ResetMailData): RenderedMail {
  const { locale, account, token, requestedAt, whereabouts, origin } = data;
  const duration = t('duration.minutes', { count: limits.LINK_SECONDS / 60 });
  const url = `${origin}${formUrl(locale, 'newPassword')}?${new URLSearchParams({ [TOKEN_PARAMETER]: token })}`;
  return layOut(t, {
    locale,
    origin,
    account,
    subject: t('mail.reset-subject', { brand: site.brand }),
    preview: t('mail.reset-preview', { duration }),
    title: t('mail.reset-title'),
    blocks: [
      { type: 'paragraph', text: t('mail.reset-intro', { brand: site.brand }) },
      { type: 'button', label: t('mail.reset-button'), url },
      { type: 'paragraph', text: t('mail.reset-lifetime', { duration }) },
      { type: 'paragraph', text: t('mail.reset-ignore') },
    ],
    facts: [
      t('mail.reset-time', { time: momentInWords(locale, requestedAt) }),
      ...whereaboutsFacts(t, locale, whereabouts),
    ],
  });
}

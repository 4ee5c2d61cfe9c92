/** The e-mail with the reset link. */
import type { Translate } from '../../src/shared/catalog';
import { limits } from '../../src/shared/forms';
import type { MessageKey } from '../../src/shared/messages';
import { site } from '../../src/shared/site';
import type { ResetMail } from '../recovery/ports';
import { layOut } from './layout';
import type { RenderedMail } from './port';
import { requestFacts } from './request-facts';
import { tokenUrl } from './token-url';

export interface ResetMailData extends ResetMail {
  /** `secure`: the owner said that a change was not theirs. @default 'reset' */
  readonly reason?: 'reset' | 'secure';
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** What each reason says about why the mail comes, and to a reader who did not ask for it. */
const words = {
  reset: { intro: 'mail.reset-intro', ignore: 'mail.reset-ignore' },
  secure: { intro: 'mail.secure-intro', ignore: 'mail.secure-ignore' },
} as const satisfies Record<string, Record<string, MessageKey>>;

/** Renders the e-mail with the reset link. Pure: the same data makes the same bytes. */
export function resetMail(t: Translate, data: ResetMailData): RenderedMail {
  const { locale, account, token, origin } = data;
  const { intro, ignore } = words[data.reason ?? 'reset'];
  const duration = t('duration.minutes', { count: limits.LINK_SECONDS / 60 });
  return layOut(t, {
    locale,
    origin,
    account,
    subject: t('mail.reset-subject', { brand: site.brand }),
    preview: t('mail.reset-preview', { duration }),
    title: t('mail.reset-title'),
    blocks: [
      { type: 'paragraph', text: t(intro, { brand: site.brand }) },
      { type: 'button', label: t('mail.reset-button'), url: tokenUrl(origin, locale, 'newPassword', token) },
      { type: 'paragraph', text: t('mail.reset-lifetime', { duration }) },
      { type: 'paragraph', text: t(ignore) },
    ],
    facts: requestFacts(t, data),
  });
}

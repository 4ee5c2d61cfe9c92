/** The e-mail with the code of a text message. */
import type { Translate } from '../../src/shared/catalog';
import { minutesText } from '../../src/shared/form-texts';
import { limits } from '../../src/shared/forms';
import { site } from '../../src/shared/site';
import { formUrl } from '../../src/shared/urls';
import type { CodeMail } from '../recovery/ports';
import { layOut } from './layout';
import type { RenderedMail } from './port';
import { requestFacts } from './request-facts';

export interface CodeMailData extends CodeMail {
  /** The site's origin, from the configuration and never from a request. */
  readonly origin: string;
}

/** Renders the e-mail with the code. Its button knows nothing of the code. Pure: the same data makes the same bytes. */
export function codeMail(t: Translate, data: CodeMailData): RenderedMail {
  const { locale, account, code, origin } = data;
  const duration = minutesText(t, limits.CODE_SECONDS);
  return layOut(t, {
    locale,
    origin,
    account,
    subject: t('mail.code-subject', { brand: site.brand }),
    preview: t('mail.code-preview', { duration }),
    title: t('mail.code-title'),
    blocks: [
      { type: 'paragraph', text: t('mail.code-intro', { brand: site.brand }) },
      { type: 'code', code },
      { type: 'paragraph', text: t('mail.code-lifetime', { duration }) },
      { type: 'paragraph', text: t('mail.code-share') },
      { type: 'button', label: t('mail.code-button'), url: `${origin}${formUrl(locale, 'resetCode')}` },
      { type: 'paragraph', text: t('mail.reset-ignore') },
    ],
    facts: requestFacts(t, data),
  });
}

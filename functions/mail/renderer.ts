/** The mails of recovery, rendered in the language of each job. */
import type { Translate } from '../../src/shared/catalog';
import type { Locale } from '../../src/shared/locales';
import type { MailRenderer } from '../recovery/ports';
import { changedMail } from './changed-mail';
import { codeMail } from './code-mail';
import { federatedMail } from './federated-mail';
import { resetMail } from './reset-mail';

/** @param origin The site's origin, from the configuration: the only one that a mailed link ever has. */
export function mailRenderer(origin: string, loadTranslate: (locale: Locale) => Promise<Translate>): MailRenderer {
  return {
    reset: async (mail) => resetMail(await loadTranslate(mail.locale), { ...mail, origin }),
    secure: async (mail) => resetMail(await loadTranslate(mail.locale), { ...mail, origin, reason: 'secure' }),
    federated: async (mail) => federatedMail(await loadTranslate(mail.locale), { ...mail, origin }),
    code: async (mail) => codeMail(await loadTranslate(mail.locale), { ...mail, origin }),
    notice: async (mail) => changedMail(await loadTranslate(mail.locale), { ...mail, origin }),
  };
}

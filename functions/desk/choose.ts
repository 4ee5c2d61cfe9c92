/** The desk that the settings name. */
import { createMailDesk, type MailDeskDependencies } from './mail-desk';
import type { Desk } from './port';
import type { DeskSettings } from './settings';
import { createWebhookDesk } from './webhook-desk';

export function chooseDesk(settings: DeskSettings, mail: MailDeskDependencies): Desk {
  if (settings.SUPPORT_DESK === 'mail') return createMailDesk(mail);
  return createWebhookDesk({ url: settings.DESK_URL, secrets: settings.DESK_SECRET });
}

/** Whoever sends the text messages that the settings name. */
import type { Texter } from './port';
import type { TextSettings } from './settings';
import { twilioTexter } from './twilio';

/** Undefined where no text messages are sent. */
export function chooseTexter(settings: TextSettings): Texter | undefined {
  if (settings.TEXT_MESSAGES === 'off') return undefined;
  return twilioTexter({
    accountSid: settings.TWILIO_ACCOUNT_SID,
    authToken: settings.TWILIO_AUTH_TOKEN,
    from: settings.TWILIO_FROM,
    baseUrl: settings.SMS_BASE_URL,
  });
}

/** Stands in when a code was asked for and text messages were switched off since: it waits, in case they come back. */
export const noTexter: Texter = {
  send: async () => ({ type: 'retry', reason: 'configuration' }),
};

/** The local inboxes: one speaks Resend's API, one Twilio's, and each shows what it was sent on a page. */
import { createEmulator } from 'emulate';
import type { Ports } from './ports';

export interface Inboxes extends AsyncDisposable {
  readonly mailsUrl: string;
  readonly textsUrl: string;
}

/** What the local Twilio knows of itself: https://github.com/vercel-labs/emulate. */
export const localTwilio = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'twilio_test_auth_token',
  TWILIO_FROM: '+15551234567',
} as const;

export async function openInboxes({ mailbox, texts }: Pick<Ports, 'mailbox' | 'texts'>): Promise<Inboxes> {
  const emulators = await Promise.all([
    createEmulator({ service: 'resend', port: mailbox }),
    createEmulator({ service: 'twilio', port: texts }),
  ]);
  return {
    mailsUrl: `http://localhost:${mailbox}/inbox`,
    textsUrl: `http://localhost:${texts}/`,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(emulators.map((emulator) => emulator.close()));
    },
  };
}

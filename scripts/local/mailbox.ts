/** The local mailbox: it speaks Resend's API and shows what it was sent on a page. */
import { createEmulator } from 'emulate';

export interface Mailbox extends AsyncDisposable {
  readonly inboxUrl: string;
}

export async function openMailbox(port: number): Promise<Mailbox> {
  const emulator = await createEmulator({ service: 'resend', port });
  return {
    inboxUrl: `http://localhost:${port}/inbox`,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

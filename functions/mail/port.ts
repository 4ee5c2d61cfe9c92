/** The port to the mail provider. */
import type { Locale } from '../../src/shared/locales';

/** A rendered mail: byte-stable for the same input, so that a retry is the same request. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: Locale;
}

/** What became of a send. `retry` may carry the provider's own delay in seconds. */
export type SendResult =
  | { readonly type: 'sent'; readonly id: string }
  | { readonly type: 'retry'; readonly afterSeconds?: number; readonly reason: string }
  | { readonly type: 'rejected'; readonly reason: string };

export interface Mailer {
  /** Sends one mail; the same key sends it once. Never throws. */
  send(mail: RenderedMail, to: string, idempotencyKey: string): Promise<SendResult>;
}

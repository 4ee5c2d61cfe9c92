/** The port to whoever sends text messages. */
import type { Locale } from '../../src/shared/locales';
import type { RetryReason } from '../mail/port';

/** A rendered text message: the same for the same input, so that a repeat can be recognised. */
export interface RenderedText {
  readonly body: string;
  readonly locale: Locale;
}

/** Why a text message is not sent yet: the reasons of a mail that make sense here. */
export type TextRetryReason = Exclude<RetryReason, 'busy'>;

/** What became of a send. `afterSeconds` is the provider's own wish; `code` is the number by which its documents explain. */
export type TextResult =
  | { readonly type: 'sent' }
  | { readonly type: 'retry'; readonly reason: TextRetryReason; readonly afterSeconds?: number }
  | { readonly type: 'rejected'; readonly code: number };

export interface TextOptions {
  /** An earlier try may have sent this very message: look for it first. */
  readonly isRepeat: boolean;
  /** Seconds after which it is of no use, and need not go out any more. */
  readonly validSeconds: number;
}

export interface Texter {
  /** Sends one text message to a number in E.164. Never throws. */
  send(text: RenderedText, to: string, options: TextOptions): Promise<TextResult>;
}

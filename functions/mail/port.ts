/** The port to the mail provider. */
import type { Locale } from '../../src/shared/locales';

/** A rendered mail: byte-stable for the same input, so that a retry is the same request. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: Locale;
  /** Who reads replies; nobody, where it is not said. */
  readonly replyTo?: string;
}

/**
 * Why a mail is not sent yet; sending it again later can help.
 *
 * `no-answer` time-out or lost connection: it may have been sent. `unreadable` not the provider's own answer: the same.
 * `unavailable` the provider's fault. `too-fast` its rate limit. `busy` the same key is being worked on.
 * `quota` nothing goes out until the quota is renewed or raised. `configuration` key, sender or domain must be mended first.
 */
export type RetryReason = 'no-answer' | 'unreadable' | 'unavailable' | 'too-fast' | 'busy' | 'quota' | 'configuration';

/**
 * Why a mail will never be sent, whatever is tried.
 *
 * `refused` the provider does not take this mail. `key-reused` a mail with other words went out under this key already.
 */
export type RejectReason = 'refused' | 'key-reused';

/** What became of a send. `afterSeconds` is the provider's own wish, where it told one. */
export type SendResult =
  | { readonly type: 'sent'; readonly id: string }
  | { readonly type: 'retry'; readonly reason: RetryReason; readonly afterSeconds?: number }
  | { readonly type: 'rejected'; readonly reason: RejectReason };

export interface Mailer {
  /** Sends one mail; the same key sends it once. Never throws. */
  send(mail: RenderedMail, to: string, idempotencyKey: string): Promise<SendResult>;
}

/** A message of the provider as it came; the headers that say who sent it may be missing. */
export interface SignedMessage {
  /** As it came: a signature is over bytes. */
  readonly body: Uint8Array;
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Why a message was not taken. `unsigned`: no signature of ours on these bytes, or one older or younger than five minutes. */
export type HookProblem = 'wrong-type' | 'too-large' | 'unsigned' | 'malformed' | 'unavailable';

/** `permanent`: the address does not exist, or takes nothing. */
export type BounceType = 'permanent' | 'transient' | 'undetermined';

export type DeliveryReportResult =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly problem: HookProblem };

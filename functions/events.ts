/** Events for the operator: one JSON object a line. docs/operating.md says what each means and what to do about it. */
import type { ContactTopicName } from '../src/shared/contact-topics';
import type { IdentifierProblem, LinkProblem, PasswordProblem } from '../src/shared/forms';
import type { Locale } from '../src/shared/locales';
import type { Job } from './delivery/jobs';
import type { ErrorName } from './error-name';
import type { LimitedForm } from './limits/burst';
import type { BounceType, HookProblem, RejectReason, RetryReason } from './mail/port';
import type { CodeTry } from './recovery/gate-port';
import type { Identifier } from './recovery/identifiers';
import type { StoredToken } from './recovery/stored-token';
import type { TextRetryReason } from './sms/port';
import type { Recipient } from './support/ports';

type RequestEvent =
  /** A form was sent, whatever becomes of it. */
  | { readonly event: 'reset.requested'; readonly locale: Locale }
  | { readonly event: 'reset.refused'; readonly problem: IdentifierProblem; readonly locale: Locale }
  /** One network address sends one form too quickly. */
  | { readonly event: 'burst.refused'; readonly form: LimitedForm }
  | { readonly event: 'reset.locked'; readonly by: 'lock-store' | 'gate'; readonly locale: Locale }
  | {
      readonly event: 'reset.admitted';
      readonly kind: Identifier['kind'];
      /** The same request once more: a double click. */
      readonly repeated: boolean;
      readonly locale: Locale;
    };

/** The mails of recovery. */
export type MailType = 'reset' | 'notice' | 'code' | 'secure' | 'federated';

/** Why an accepted job ended without its message. */
export type SkipReason =
  | 'no-account'
  | 'account-disabled'
  /** Where no mail can say so. */
  | 'account-federated'
  | 'no-verified-address'
  | 'mail-cap'
  | 'superseded'
  | 'outdated';

type MailEvent =
  | { readonly event: 'mail.sent'; readonly mail: MailType; readonly attempt: number; readonly locale: Locale }
  | {
      readonly event: 'mail.delayed';
      readonly mail: MailType;
      readonly reason: RetryReason;
      readonly attempt: number;
      readonly afterSeconds: number;
    }
  | { readonly event: 'mail.rejected'; readonly mail: MailType; readonly reason: RejectReason }
  | { readonly event: 'mail.skipped'; readonly mail: MailType; readonly reason: SkipReason };

type TextEvent =
  | { readonly event: 'text.sent'; readonly attempt: number; readonly locale: Locale }
  | {
      readonly event: 'text.delayed';
      readonly reason: TextRetryReason;
      readonly attempt: number;
      readonly afterSeconds: number;
    }
  /** `code` is the provider's number for the reason. */
  | { readonly event: 'text.rejected'; readonly code: number }
  | { readonly event: 'text.skipped'; readonly reason: SkipReason | 'no-verified-number' | 'repeated' };

type CodeEvent =
  | { readonly event: 'code.issued'; readonly repeated: boolean }
  | { readonly event: 'code.tried'; readonly result: CodeTry['type'] };

type LinkEvent =
  /** The link works from now on; its message is not sent yet. */
  | { readonly event: 'link.issued'; readonly channel: StoredToken['channel'] }
  | { readonly event: 'link.opened' }
  | { readonly event: 'link.closed'; readonly problem: LinkProblem }
  | { readonly event: 'password.refused'; readonly problems: readonly PasswordProblem[] }
  /** The password is changed. */
  | { readonly event: 'link.redeemed'; readonly locale: Locale }
  /** The password is changed, but the gate had given the link to somebody else by then. */
  | { readonly event: 'commit.lost' };

/** The button "This was not me" in a notice. */
type NoticeEvent =
  | { readonly event: 'notice.opened' }
  | { readonly event: 'notice.closed'; readonly problem: LinkProblem }
  | { readonly event: 'notice.disowned'; readonly locale: Locale }
  | { readonly event: 'sessions.ended' };

type TicketEvent =
  | { readonly event: 'ticket.invalid'; readonly topic: ContactTopicName; readonly locale: Locale }
  | {
      readonly event: 'ticket.refused';
      readonly reason: 'confirm' | 'burst' | 'enough' | 'crowded';
      readonly topic: ContactTopicName;
      readonly locale: Locale;
    }
  | {
      readonly event: 'ticket.addition-refused';
      readonly reason: 'invalid' | 'confirm' | 'burst' | 'enough' | 'other';
    }
  | {
      readonly event: 'ticket.opened';
      readonly topic: ContactTopicName;
      /** The same form once more: a double click. */
      readonly repeated: boolean;
      readonly locale: Locale;
    }
  | {
      readonly event: 'ticket.added';
      readonly topic: ContactTopicName;
      /** The same form once more: a double click. */
      readonly repeated: boolean;
      readonly locale: Locale;
    }
  | {
      readonly event: 'ticket.sent';
      readonly recipient: Recipient;
      readonly attempt: number;
      readonly locale: Locale;
    }
  | {
      readonly event: 'ticket.delayed';
      readonly recipient: Recipient;
      readonly reason: RetryReason;
      readonly attempt: number;
      readonly afterSeconds: number;
    }
  | { readonly event: 'ticket.rejected'; readonly recipient: Recipient; readonly reason: RejectReason }
  /** Dispatches that no queue had any more, and tickets that were old. */
  | { readonly event: 'tickets.tended'; readonly requeued: number; readonly erased: number };

/** What the mail provider says of a mail that it took. */
export type DeliveryEvent =
  | { readonly event: 'mail.delivered' }
  | { readonly event: 'mail.bounced'; readonly bounce: BounceType }
  | { readonly event: 'mail.complained' }
  | { readonly event: 'mail.suppressed' }
  | { readonly event: 'mail.deferred' }
  | { readonly event: 'mail.failed' };

type HookEvent =
  | { readonly event: 'hook.refused'; readonly problem: HookProblem }
  /** The same message once more. */
  | { readonly event: 'hook.repeated' }
  /** A message of a kind that says nothing of deliveries. */
  | { readonly event: 'hook.ignored' };

/** More of one kind came in a day than is kept; docs/operating.md says what that means. */
type FeedbackEvent =
  | { readonly event: 'feedback.share-used'; readonly kind: 'votes' | 'comments' | 'searches'; readonly locale: Locale }
  | { readonly event: 'feedback.erased'; readonly erased: number };

/** What can fail under a use-case. */
export type Part =
  | 'burst-limit'
  | 'lock-store'
  | 'token-store'
  | 'notice-store'
  | 'gate'
  | 'queue'
  | 'account-system'
  | 'breach-list'
  | 'ticket-store'
  | 'feedback-store';

/** What a use-case was about when a part failed. */
export type Operation =
  | 'count-address'
  | 'read-lock'
  | 'write-lock'
  | 'admit'
  | 'receive'
  | 'enqueue'
  | 'find-account'
  | 'allow-mail'
  | 'write-token'
  | 'write-notice'
  | 'issue'
  | 'replace'
  | 'issue-code'
  | 'try-code'
  | 'read-token'
  | 'read-notice'
  | 'peek'
  | 'reserve'
  | 'judge-password'
  | 'set-password'
  | 'commit'
  | 'remove-token'
  | 'release'
  | 'end-sessions'
  | 'open-ticket'
  | 'read-ticket'
  | 'add-message'
  | 'finish-dispatch'
  | 'tend-tickets'
  | 'count-feedback'
  | 'count-search'
  | 'erase-feedback';

/** Something of ours or of theirs did not work. What the visitor was told is true all the same. */
type FailureEvent = { readonly event: 'part.failed'; readonly part: Part; readonly during: Operation };

/** A request that nothing else has answered: a fault of ours. */
type RequestFailure = { readonly event: 'request.failed'; readonly error: ErrorName };

type JobEvent =
  /** Was brought back from the dead-letter queue. */
  | { readonly event: 'job.replayed' }
  /** A message of a shape that this deploy does not know. */
  | { readonly event: 'job.unreadable'; readonly attempt: number }
  /** A use-case threw: a fault of ours. */
  | {
      readonly event: 'job.failed';
      readonly job: Job['type'];
      readonly attempt: number;
      readonly error: ErrorName;
    };

/** True only for numbers, booleans, fixed words and lists of them: a free string could carry a secret. */
type IsEnumerated<Value> = [Value] extends [string]
  ? [string] extends [Value]
    ? false
    : true
  : [Value] extends [number | boolean]
    ? true
    : Value extends readonly (infer Item)[]
      ? IsEnumerated<Item>
      : false;

type FactsAreEnumerated<Event> = Event extends unknown
  ? { [Fact in keyof Event]: IsEnumerated<Event[Fact]> }[keyof Event]
  : never;

/** No event at all, so that nothing compiles, once a fact could hold a secret, a token, an address or an identifier. */
type Enumerated<Event> = FactsAreEnumerated<Event> extends true ? Event : never;

export type OperatorEvent = Enumerated<
  | RequestEvent
  | MailEvent
  | DeliveryEvent
  | HookEvent
  | TextEvent
  | CodeEvent
  | LinkEvent
  | NoticeEvent
  | TicketEvent
  | FeedbackEvent
  | FailureEvent
  | RequestFailure
  | JobEvent
>;

/** Records an event. Never throws. */
export type Report = (event: OperatorEvent) => void;

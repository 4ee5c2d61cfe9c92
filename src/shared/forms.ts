/** The forms that site and Worker share: field names, limits, schemas, and what can be wrong. */
import { z } from 'zod';
import type { CountryCode } from './countries';
import type { feedbackForm } from './feedback';
import type { MessageKey } from './messages';

export { limits } from './limits';

/** Why a post was refused before anything looked at what was typed. */
export type PostProblem = 'post-wrong-type' | 'post-too-large' | 'post-cross-site' | 'post-malformed' | 'post-file';

/** What can be wrong with an identifier. */
export type IdentifierProblem =
  | 'identifier-missing'
  | 'identifier-too-long'
  | 'identifier-invalid'
  /** Written as a number, but not one that can be dialled. */
  | 'identifier-phone-invalid'
  | 'identifier-phone-extension'
  /** A number, where no text messages are sent. */
  | 'identifier-phone-off'
  /** No number, where only a number will do. */
  | 'identifier-phone-needed';

/** What can be wrong with the code of a text message. */
export type CodeProblem = 'code-missing' | 'code-malformed' | 'code-wrong' | 'code-exhausted' | 'code-expired';

/** What can be wrong with a new password. */
export type PasswordProblem =
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-context'
  | 'password-breached'
  /** The account system has rules of its own and does not say which. */
  | 'password-refused';

/** Why a request could not be served now. */
export type ServiceProblem = 'burst' | 'unavailable';

/** What can be wrong with what a reader writes about an article. */
export type FeedbackProblem = 'comment-too-long' | 'comment-unreadable';

/** Why a reset link opens nothing. */
export type LinkProblem =
  | 'link-missing'
  | 'link-unknown'
  | 'link-expired'
  | 'link-used'
  | 'link-superseded'
  | 'link-busy';

export type FormProblem =
  | PostProblem
  | IdentifierProblem
  | CodeProblem
  | PasswordProblem
  | FeedbackProblem
  | ServiceProblem
  | LinkProblem;

/** The words and the HTTP status (RFC 9110 §15.5, RFC 6585 §4) of every problem. */
export const problems = {
  'post-wrong-type': { message: 'problem.wrong-type', status: 415 },
  'post-too-large': { message: 'problem.too-large', status: 413 },
  'post-cross-site': { message: 'problem.cross-site', status: 403 },
  'post-malformed': { message: 'problem.malformed', status: 400 },
  'post-file': { message: 'problem.file', status: 400 },
  'identifier-missing': { message: 'problem.identifier-missing', status: 400 },
  'identifier-too-long': { message: 'problem.identifier-too-long', status: 400 },
  'identifier-invalid': { message: 'problem.identifier-invalid', status: 400 },
  'identifier-phone-invalid': { message: 'problem.phone-invalid', status: 400 },
  'identifier-phone-extension': { message: 'problem.phone-extension', status: 400 },
  'identifier-phone-off': { message: 'problem.phone-off', status: 400 },
  'identifier-phone-needed': { message: 'problem.phone-needed', status: 400 },
  'code-missing': { message: 'problem.code-missing', status: 400 },
  'code-malformed': { message: 'problem.code-malformed', status: 400 },
  'code-wrong': { message: 'problem.code-wrong', status: 400 },
  'code-exhausted': { message: 'problem.code-exhausted', status: 400 },
  'code-expired': { message: 'problem.code-expired', status: 400 },
  'password-missing': { message: 'problem.password-missing', status: 400 },
  'password-too-short': { message: 'problem.password-too-short', status: 400 },
  'password-too-long': { message: 'problem.password-too-long', status: 400 },
  'password-common': { message: 'problem.password-common', status: 400 },
  'password-context': { message: 'problem.password-context', status: 400 },
  'password-breached': { message: 'problem.password-breached', status: 400 },
  'password-refused': { message: 'problem.password-refused', status: 400 },
  'comment-too-long': { message: 'problem.comment-too-long', status: 400 },
  'comment-unreadable': { message: 'problem.field-invalid', status: 400 },
  burst: { message: 'problem.burst', status: 429 },
  unavailable: { message: 'problem.unavailable', status: 503 },
  'link-missing': { message: 'link.missing', status: 400 },
  'link-unknown': { message: 'link.unknown', status: 400 },
  'link-expired': { message: 'link.expired', status: 400 },
  'link-used': { message: 'link.used', status: 400 },
  'link-superseded': { message: 'link.superseded', status: 400 },
  'link-busy': { message: 'link.busy', status: 409 },
} as const satisfies Record<FormProblem, { message: MessageKey; status: number }>;

/**
 * The reset form: exactly one string a field, nothing else. `request` makes a double click one request; `website` is the
 * honeypot, which people never see. The identifier itself is judged by `readIdentifier`, its country by `isCountry`.
 */
export const resetForm = z.strictObject({
  identifier: z.string().default(''),
  country: z.string().max(2).optional(),
  request: z.string().max(64).optional(),
  website: z.string().optional(),
});

/**
 * The form for the code of a text message. The browser's cookie knows the number; where it has none, the form asks for it.
 * `pending` is what the cookie would hold, in the form of a visitor who sent none.
 */
export const codeForm = z.strictObject({
  code: z.string().default(''),
  identifier: z.string().optional(),
  country: z.string().max(2).optional(),
  request: z.string().max(64).optional(),
  pending: z.string().optional(),
});

/**
 * The new-password form. `flow` says which link the form belongs to; `token` is what the cookie would hold, in the form of
 * a visitor who came by a code and sent no cookie. The password is judged by `judgePassword`.
 */
export const newPasswordForm = z.strictObject({
  password: z.string().default(''),
  flow: z.string().max(64),
  token: z.string().max(64).optional(),
});

/** The form behind "This was not me". `flow` says which notice the form belongs to. */
export const notMeForm = z.strictObject({ flow: z.string().max(64) });

export type FieldName =
  | keyof z.infer<typeof resetForm>
  | keyof z.infer<typeof codeForm>
  | keyof z.infer<typeof newPasswordForm>
  | keyof z.infer<typeof feedbackForm>;

/** Names of the fields, for the pages. */
export const fields = {
  identifier: 'identifier',
  country: 'country',
  request: 'request',
  honeypot: 'website',
  code: 'code',
  pending: 'pending',
  password: 'password',
  flow: 'flow',
  token: 'token',
  helped: 'helped',
  reason: 'reason',
  comment: 'comment',
  revision: 'revision',
} as const satisfies Record<string, FieldName>;

/** The field that a problem belongs to, if to one: the problem begins with its name. */
export function fieldOf(problem: FormProblem): FieldName | undefined {
  return Object.values(fields).find((name) => problem.startsWith(`${name}-`));
}

/** What ties a field's control to its label, its hint and its error. */
export interface FieldControl {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** Too many tries: when it ends, and what the page needs to say so. */
export interface LockedOutcome {
  readonly type: 'locked';
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA time zone of the visitor, as far as the network tells. */
  readonly timeZone: string;
}

/** What a route tells the page of a form. */
export type FormOutcome =
  | { readonly type: 'blank' }
  | { readonly type: 'problems'; readonly problems: readonly FormProblem[]; readonly typed?: string }
  | LockedOutcome;

/** What a route tells the page of a mailed link. `token` only for a visitor whose browser sent no cookie. */
export type LinkOutcome =
  | {
      readonly type: 'open';
      readonly flow: string;
      readonly problems: readonly FormProblem[];
      readonly token?: string;
    }
  | { readonly type: 'closed'; readonly problem: FormProblem };

/** Present on the pages of recovery where text messages are sent. */
export interface PhoneOffer {
  /** The country whose national numbers are meant: the visitor's choice, or the language's likely one. */
  readonly country: CountryCode;
}

/** The request that a code was asked for with, as its visitor may see it again. */
export interface PendingView {
  /** As it was typed, with its country and the form's nonce: to ask once more is the same form. */
  readonly typed: string;
  readonly country: CountryCode;
  readonly request: string;
  /** The number with its country code, grouped to be read. */
  readonly number: string;
  /** What was typed can be a username too. */
  readonly canBeUsername: boolean;
  /** What the browser keeps of it. */
  readonly sealed: string;
}

/** What a route tells the page for the code. */
export type CodeOutcome =
  | {
      readonly type: 'open';
      readonly problems: readonly FormProblem[];
      /** After a wrong code. */
      readonly triesLeft?: number;
      /** Without it the form asks for the number. */
      readonly pending?: PendingView;
      /** What was typed for the number. */
      readonly typed?: string;
      /** Whether the browser has shown that it keeps cookies: then the form need not hold the request. */
      readonly hasCookie: boolean;
    }
  /** The code was right. */
  | { readonly type: 'matched'; readonly flow: string; readonly token: string }
  | LockedOutcome;

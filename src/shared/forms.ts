/** The forms that site and Worker share: field names, limits, schemas, and what can be wrong. */
import { z } from 'zod';
import type { MessageKey } from './messages';

export { limits } from './limits';

/** Why a post was refused before anything looked at what was typed. */
export type PostProblem = 'post-wrong-type' | 'post-too-large' | 'post-cross-site' | 'post-malformed';

/** What can be wrong with an identifier. */
export type IdentifierProblem = 'identifier-missing' | 'identifier-too-long' | 'identifier-invalid';

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

/** Why a reset link opens nothing. */
export type LinkProblem =
  | 'link-missing'
  | 'link-unknown'
  | 'link-expired'
  | 'link-used'
  | 'link-superseded'
  | 'link-busy';

export type FormProblem = PostProblem | IdentifierProblem | PasswordProblem | ServiceProblem | LinkProblem;

/** The words and the HTTP status (RFC 9110 §15.5, RFC 6585 §4) of every problem. */
export const problems = {
  'post-wrong-type': { message: 'problem.wrong-type', status: 415 },
  'post-too-large': { message: 'problem.too-large', status: 413 },
  'post-cross-site': { message: 'problem.cross-site', status: 403 },
  'post-malformed': { message: 'problem.malformed', status: 400 },
  'identifier-missing': { message: 'problem.identifier-missing', status: 400 },
  'identifier-too-long': { message: 'problem.identifier-too-long', status: 400 },
  'identifier-invalid': { message: 'problem.identifier-invalid', status: 400 },
  'password-missing': { message: 'problem.password-missing', status: 400 },
  'password-too-short': { message: 'problem.password-too-short', status: 400 },
  'password-too-long': { message: 'problem.password-too-long', status: 400 },
  'password-common': { message: 'problem.password-common', status: 400 },
  'password-context': { message: 'problem.password-context', status: 400 },
  'password-breached': { message: 'problem.password-breached', status: 400 },
  'password-refused': { message: 'problem.password-refused', status: 400 },
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
 * The reset form: exactly one string a field, nothing else. `request` makes a double click one request;
 * `website` is the honeypot, which people never see. The identifier itself is judged by `parseIdentifier`.
 */
export const resetForm = z.strictObject({
  identifier: z.string().default(''),
  request: z.string().max(64).optional(),
  website: z.string().optional(),
});

/** The new-password form. `flow` says which link the form belongs to. The password is judged by `judgePassword`. */
export const newPasswordForm = z.strictObject({
  password: z.string().default(''),
  flow: z.string().max(64),
});

/** Names of the fields, for the pages. */
export const fields = {
  identifier: 'identifier',
  request: 'request',
  honeypot: 'website',
  password: 'password',
  flow: 'flow',
} as const satisfies Record<string, keyof z.infer<typeof resetForm> | keyof z.infer<typeof newPasswordForm>>;

/** What a route tells the page of a form. */
export type FormOutcome =
  | { readonly type: 'blank' }
  | { readonly type: 'problems'; readonly problems: readonly FormProblem[]; readonly typed?: string }
  | { readonly type: 'locked'; readonly until: number; readonly now: number; readonly timeZone: string };

/** What a route tells the page of a mailed link. */
export type LinkOutcome =
  | { readonly type: 'open'; readonly flow: string; readonly problems: readonly FormProblem[] }
  | { readonly type: 'closed'; readonly problem: FormProblem };

/** The forms that site and Worker share: field names, limits, schemas and error codes. */
import { z } from 'zod';

/** Limits of recovery; the pages print them, the Worker keeps them. Seconds, counts and code points. */
export const limits = {
  LINK_SECONDS: 3600,
  CODE_SECONDS: 600,
  CODE_TRIES: 5,
  REQUESTS_BEFORE_LOCK: 5,
  REQUEST_WINDOW_SECONDS: 3600,
  LOCK_SECONDS: 3600,
  MAILS_PER_ACCOUNT: 5,
  MAIL_WINDOW_SECONDS: 3600,
  PASSWORD_MIN: 15,
  PASSWORD_MAX: 128,
  IDENTIFIER_MAX: 254,
  /** Largest body of a form post, in bytes. */
  BODY_MAX_BYTES: 16_384,
} as const;

/** What can be wrong with an identifier. */
export type IdentifierProblem = 'identifier-missing' | 'identifier-too-long' | 'identifier-invalid';

/** What can be wrong with a new password. */
export type PasswordProblem =
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-common'
  | 'password-context'
  | 'password-breached';

/** Names of the form fields. `website` is the honeypot: people never see it. */
export const fields = {
  identifier: 'identifier',
  request: 'request',
  honeypot: 'website',
  flow: 'flow',
  password: 'password',
} as const;

/** The reset form: exactly one string a field, nothing else. The identifier itself is judged by `parseIdentifier`. */
export const resetForm = z.strictObject({
  identifier: z.string().max(limits.IDENTIFIER_MAX),
  request: z.string().max(64).optional(),
  website: z.string().max(254).optional(),
});

/** The new-password form. The password itself is judged by `judgePassword`. */
export const newPasswordForm = z.strictObject({
  password: z.string().max(1024),
  flow: z.string().max(64),
});

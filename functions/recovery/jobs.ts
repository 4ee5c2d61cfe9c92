/** The messages of the queue: what the web request leaves for later. */
import { z } from 'zod';
import { isEnabledLocale, type Locale } from '../../src/shared/locales';
import { whereaboutsSchema } from './whereabouts';

const locale = z.custom<Locale>((value) => typeof value === 'string' && isEnabledLocale(value));

const identifier = z.strictObject({
  kind: z.enum(['username', 'email', 'phone']),
  value: z.string().min(1),
});

/** Somebody asked for a reset. Whether an account exists is not known yet. */
const resetJob = z.strictObject({
  type: z.literal('reset'),
  /** Identifies the flow; token and idempotency keys are derived from it. */
  id: z.string().min(1),
  identifier,
  locale,
  /** Milliseconds since the epoch. */
  requestedAt: z.int(),
  whereabouts: whereaboutsSchema.optional(),
});

/** Somebody asked for a code by text message, or named a username that looks like a number. */
const codeJob = z.strictObject({
  type: z.literal('code'),
  /** Identifies the flow; code, token and idempotency keys are derived from it. */
  id: z.string().min(1),
  identifier,
  /** Meant when nobody has the number. */
  alternative: identifier.optional(),
  /** Names the request at the gate, together with number and time. */
  request: z.string().min(1),
  locale,
  /** Milliseconds since the epoch. */
  requestedAt: z.int(),
  whereabouts: whereaboutsSchema.optional(),
});

/** A code was sent by text message: mail it as well. */
const codeMailJob = z.strictObject({
  type: z.literal('code-mail'),
  /** Of the job whose code it is. */
  id: z.string().min(1),
  accountRef: z.string().min(1),
  locale,
  /** Milliseconds since the epoch. */
  requestedAt: z.int(),
  whereabouts: whereaboutsSchema.optional(),
});

/** A password was changed: tell the account's owner. */
const noticeJob = z.strictObject({
  type: z.literal('notice'),
  id: z.string().min(1),
  accountRef: z.string().min(1),
  locale,
  /** Milliseconds since the epoch. */
  changedAt: z.int(),
  whereabouts: whereaboutsSchema.optional(),
});

/** An owner says that a change was not theirs: mail a link that takes the place of all others. */
const secureJob = z.strictObject({
  type: z.literal('secure'),
  id: z.string().min(1),
  accountRef: z.string().min(1),
  locale,
  /** When the link takes its place, as the gate has said. */
  requestedAt: z.int(),
  whereabouts: whereaboutsSchema.optional(),
});

/** Every session of the account must end. */
const sessionsJob = z.strictObject({
  type: z.literal('sessions'),
  id: z.string().min(1),
  accountRef: z.string().min(1),
});

/** The body of a message, read by the consumer as anything from outside is. */
export const recoveryJob = z.discriminatedUnion('type', [
  resetJob,
  codeJob,
  codeMailJob,
  noticeJob,
  secureJob,
  sessionsJob,
]);

export type ResetJob = Readonly<z.infer<typeof resetJob>>;
export type CodeJob = Readonly<z.infer<typeof codeJob>>;
export type CodeMailJob = Readonly<z.infer<typeof codeMailJob>>;
export type NoticeJob = Readonly<z.infer<typeof noticeJob>>;
export type SecureJob = Readonly<z.infer<typeof secureJob>>;
export type SessionsJob = Readonly<z.infer<typeof sessionsJob>>;
export type RecoveryJob = Readonly<z.infer<typeof recoveryJob>>;

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

/** The body of a message, read by the consumer as anything from outside is. */
export const recoveryJob = z.discriminatedUnion('type', [resetJob, noticeJob]);

export type ResetJob = Readonly<z.infer<typeof resetJob>>;
export type NoticeJob = Readonly<z.infer<typeof noticeJob>>;
export type RecoveryJob = ResetJob | NoticeJob;

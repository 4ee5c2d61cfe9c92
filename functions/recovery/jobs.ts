/** The messages of the queue: what the web request leaves for later. */
import type { Locale } from '../../src/shared/locales';
import type { Identifier } from './identifiers';

/** Somebody asked for a reset. Whether an account exists is not known yet. */
export interface ResetJob {
  readonly type: 'reset';
  /** Identifies the flow; token and idempotency keys are derived from it. */
  readonly id: string;
  readonly identifier: Identifier;
  readonly locale: Locale;
  /** Milliseconds since the epoch. */
  readonly requestedAt: number;
}

/** A password was changed: tell the account's owner. */
export interface NoticeJob {
  readonly type: 'notice';
  readonly id: string;
  readonly accountRef: string;
  readonly locale: Locale;
  readonly changedAt: number;
}

export type RecoveryJob = ResetJob | NoticeJob;

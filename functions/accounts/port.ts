/** The port to the account system: everything Latchkey knows of accounts. Adapters are factory functions beside this file. */
import type { PasswordProblem } from '../../src/shared/forms';
import type { Identifier } from '../recovery/identifiers';

export interface Account {
  /** The account system's own stable key. */
  readonly ref: string;
  readonly username: string;
  readonly displayName?: string;
  /** The stored and verified e-mail address: the only one a mail is ever sent to. */
  readonly email?: string;
  /** The stored and verified mobile number, E.164. */
  readonly phone?: string;
  /** `federated` accounts sign in with their company and have no password here. */
  readonly status: 'active' | 'disabled' | 'federated';
}

export type SetPasswordResult =
  | { readonly type: 'changed' }
  | { readonly type: 'refused'; readonly problems: readonly PasswordProblem[] }
  | { readonly type: 'gone' };

export interface AccountSystem {
  readonly capabilities: { readonly phone: boolean; readonly endSessions: boolean };
  /** The one account of an identifier; undefined when there is none, or more than one. @throws AccountsError */
  resolve(identifier: Identifier): Promise<Account | undefined>;
  /** The account of a `ref` that this system gave out before; undefined once it is gone. @throws AccountsError */
  find(ref: string): Promise<Account | undefined>;
  /**
   * Sets the password of an active account. Calls with the same key apply once. `gone`: no such account, or it must not
   * have a password of its own (any more). @throws AccountsError
   */
  setPassword(ref: string, password: string, idempotencyKey: string): Promise<SetPasswordResult>;
  /** Ends every session of the account; called only where `capabilities.endSessions`. @throws AccountsError */
  endSessions(ref: string): Promise<void>;
}

/** Remembers which changes were applied, for account systems that cannot. May throw. */
export interface AppliedKeys {
  has(idempotencyKey: string): Promise<boolean>;
  /** Remembers a key for a day, which is longer than anything that repeats calls. */
  add(idempotencyKey: string): Promise<void>;
}

/** The account system did not answer as it should. Never holds an identifier or a password. */
export class AccountsError extends Error {
  constructor(
    readonly code: 'unavailable' | 'rejected' | 'unreadable',
    options?: ErrorOptions,
  ) {
    super(`account system: ${code}`, options);
    this.name = 'AccountsError';
  }
}

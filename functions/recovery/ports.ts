/** What the use-cases of recovery need from outside. Adapters of the platform are in `functions/bindings`. */
import type { Locale } from '../../src/shared/locales';
import type { Account } from '../accounts/port';
import type { RenderedMail } from '../mail/port';
import type { RenderedText } from '../sms/port';
import type { RecoveryJob } from './jobs';
import type { StoredNotice } from './stored-notice';
import type { StoredToken } from './stored-token';
import type { Whereabouts } from './whereabouts';

export type { Clock } from '../clock';
export type { Delivery } from '../delivery/delivery';
export type { Report } from '../events';
export type { Gate } from './gate-port';

/** Locks that the gate has spoken, near every visitor. An optimisation: only the gate's word is the law. May throw. */
export interface LockStore {
  /** The end of an identifier's lock in milliseconds since the epoch, ended ones included. */
  find(identifierKey: string): Promise<number | undefined>;
  put(identifierKey: string, until: number): Promise<void>;
}

/** Reset links by the hash of their token. May throw. */
export interface TokenStore {
  /** Undefined for an entry that is missing or damaged. */
  find(tokenKey: string): Promise<StoredToken | undefined>;
  put(tokenKey: string, entry: StoredToken): Promise<void>;
  remove(tokenKey: string): Promise<void>;
}

/** The buttons "This was not me" by the hash of their token. May throw. */
export interface NoticeStore {
  /** Undefined for an entry that is missing or damaged. */
  find(tokenKey: string): Promise<StoredNotice | undefined>;
  put(tokenKey: string, entry: StoredNotice): Promise<void>;
}

/** Work for later: a job that was accepted is delivered at least once. May throw. */
export interface JobQueue {
  send(job: RecoveryJob): Promise<void>;
}

/** The facts of a mail with a reset link. Nothing here changes when the job is delivered again, so neither does the mail. */
export interface ResetMail {
  readonly locale: Locale;
  readonly account: Pick<Account, 'username' | 'displayName'>;
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly requestedAt: number;
  readonly whereabouts?: Whereabouts;
}

/** The facts of the mail that tells an owner of a changed password. */
export interface NoticeMail {
  readonly locale: Locale;
  readonly account: Pick<Account, 'username' | 'displayName'>;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
  /** Of the button "This was not me". */
  readonly token: string;
  readonly whereabouts?: Whereabouts;
}

/** The facts of the mail with a code. */
export interface CodeMail extends Omit<ResetMail, 'token'> {
  readonly code: string;
}

/** The facts of the mail to somebody who asked for a reset, and signs in with their company. */
export type FederatedMail = Omit<ResetMail, 'token'>;

/** Writes the mails. The origin of their links is configuration, never a job's. */
export interface MailRenderer {
  reset(mail: ResetMail): Promise<RenderedMail>;
  notice(mail: NoticeMail): Promise<RenderedMail>;
  code(mail: CodeMail): Promise<RenderedMail>;
  federated(mail: FederatedMail): Promise<RenderedMail>;
  /** The link for an owner who said that a change was not theirs. */
  secure(mail: ResetMail): Promise<RenderedMail>;
}

/** Writes the text messages. */
export interface TextRenderer {
  code(text: { readonly locale: Locale; readonly code: string }): Promise<RenderedText>;
}

/** Passwords known from other sites' breaches. May throw, or be slow: a use-case never waits on it for its answer to stand. */
export interface BreachList {
  includes(password: string): Promise<boolean>;
}

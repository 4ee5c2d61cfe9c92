/** The gate's book of flows: mails to an account, and which of its links may change the password. */
import { limits } from '../../src/shared/forms';
import type { Clock } from '../clock';
import type { Commitment, FlowKey, FlowState, Issue, MailAllowance, Reservation } from './gate-port';
import type { Sql } from './gate-sql';

const WINDOW = limits.MAIL_WINDOW_SECONDS * 1000;

/** A flow is issued once `expires` is set. Generations grow with the order of the mails, and are never given out again. */
type FlowRow = {
  readonly generation: number;
  readonly expires: number | null;
  readonly used: number;
  readonly lease: string | null;
  readonly lease_until: number | null;
  /** Every flow of the account up to this generation is void. */
  readonly void_through: number;
};

export class FlowBook {
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #newLease: () => string;

  constructor(sql: Sql, clock: Clock, newLease: () => string) {
    this.#sql = sql;
    this.#clock = clock;
    this.#newLease = newLease;
  }

  allowMail(key: FlowKey): MailAllowance {
    const known = this.#find(key);
    if (known) return { type: 'allowed', generation: known.generation };
    const now = this.#clock.now();
    const [mails] = this.#sql.exec<{ count: number }>(
      'SELECT count(*) AS count FROM flows WHERE account = ? AND at > ?',
      key.account,
      now - WINDOW,
    );
    if (mails && mails.count >= limits.MAILS_PER_ACCOUNT) return { type: 'capped' };
    const [flow] = this.#sql.exec<{ generation: number }>(
      'INSERT INTO flows (flow, account, at) VALUES (?, ?, ?) RETURNING generation',
      key.flow,
      key.account,
      now,
    );
    if (flow === undefined) throw new TypeError('an inserted flow has a generation');
    return { type: 'allowed', generation: flow.generation };
  }

  issue(key: FlowKey, expires: number): Issue {
    const flow = this.#find(key);
    if (flow === undefined || flow.used === 1 || flow.generation <= flow.void_through) return { type: 'superseded' };
    this.#sql.exec('UPDATE flows SET expires = coalesce(expires, ?) WHERE flow = ?', expires, key.flow);
    this.#void(key.account, flow.generation - 1);
    return { type: 'issued' };
  }

  peek(key: FlowKey): FlowState {
    return this.#stateOf(this.#find(key));
  }

  reserve(key: FlowKey, leaseSeconds: number): Reservation {
    const now = this.#clock.now();
    const flow = this.#find(key);
    const state = this.#stateOf(flow);
    if (state.type !== 'live') return state;
    if (flow?.lease_until && now < flow.lease_until) return { type: 'busy' };
    const lease = this.#newLease();
    this.#sql.exec(
      'UPDATE flows SET lease = ?, lease_until = ? WHERE flow = ?',
      lease,
      now + leaseSeconds * 1000,
      key.flow,
    );
    return { type: 'reserved', lease };
  }

  /** The password is set by now, so the lease counts even after its time, unless somebody else has taken the flow. */
  commit(key: FlowKey, lease: string): Commitment {
    const flow = this.#find(key);
    if (flow === undefined || flow.lease !== lease) return { type: 'lost' };
    if (flow.used === 1) return { type: 'committed' };
    this.#sql.exec('UPDATE flows SET used = 1, lease_until = NULL WHERE flow = ?', key.flow);
    this.revokeAll(key.account);
    return { type: 'committed' };
  }

  release(key: FlowKey, lease: string): void {
    this.#sql.exec(
      'UPDATE flows SET lease = NULL, lease_until = NULL WHERE flow = ? AND account = ? AND lease = ? AND used = 0',
      key.flow,
      key.account,
      lease,
    );
  }

  /** Flows whose mail is still on its way are void too: they were asked for before. */
  revokeAll(account: string): void {
    const [newest] = this.#sql.exec<{ generation: number | null }>(
      'SELECT max(generation) AS generation FROM flows WHERE account = ?',
      account,
    );
    if (newest?.generation) this.#void(account, newest.generation);
  }

  /** Removes flows that neither count against the cap nor can change a password, and accounts without flows. */
  purge(): void {
    const now = this.#clock.now();
    this.#sql.exec(
      'DELETE FROM flows WHERE at <= ? AND (expires IS NULL OR expires <= ?) AND (lease_until IS NULL OR lease_until <= ?)',
      now - WINDOW,
      now,
      now,
    );
    this.#sql.exec('DELETE FROM accounts WHERE account NOT IN (SELECT account FROM flows)');
  }

  #find({ account, flow }: FlowKey): FlowRow | undefined {
    const [row] = this.#sql.exec<FlowRow>(
      `SELECT generation, expires, used, lease, lease_until, coalesce(void_through, 0) AS void_through
       FROM flows LEFT JOIN accounts USING (account) WHERE flow = ? AND account = ?`,
      flow,
      account,
    );
    return row;
  }

  #stateOf(flow: FlowRow | undefined): FlowState {
    if (flow === undefined) return { type: 'expired' };
    if (flow.used === 1) return { type: 'used' };
    if (flow.generation <= flow.void_through) return { type: 'superseded' };
    if (flow.expires === null || this.#clock.now() >= flow.expires) return { type: 'expired' };
    return { type: 'live' };
  }

  #void(account: string, through: number): void {
    this.#sql.exec(
      `INSERT INTO accounts (account, void_through) VALUES (?, ?)
       ON CONFLICT (account) DO UPDATE SET void_through = max(void_through, excluded.void_through)`,
      account,
      through,
    );
  }
}

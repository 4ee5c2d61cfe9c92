/** The gate's book of flows: mails to an account, and which of its links may change the password. */
import { limits } from '../../src/shared/forms';
import type { Clock } from '../clock';
import { HORIZON_SECONDS } from '../delivery/retry-delay';
import type { Commitment, FlowKey, FlowState, Issue, MailAllowance, Replacement, Reservation } from './gate-port';
import type { Sql } from './gate-sql';

const WINDOW = limits.MAIL_WINDOW_SECONDS * 1000;
const HORIZON = HORIZON_SECONDS * 1000;

/** Generations within one millisecond. */
const PLACES = 1000;

/**
 * A flow is issued once `expires` is set. Its generation is the millisecond in which it was asked for, and within it the
 * order of arrival: a job that comes late takes the place that it would have had in time.
 */
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

  allowMail(key: FlowKey, askedAt: number): MailAllowance {
    const known = this.#find(key);
    if (known) return { type: 'allowed', generation: known.generation };
    const generation = this.#placeOf(key.account, askedAt);
    if (generation === undefined) return { type: 'superseded' };
    const now = this.#clock.now();
    const [mails] = this.#sql.exec<{ count: number }>(
      'SELECT count(*) AS count FROM flows WHERE account = ? AND at > ?',
      key.account,
      now - WINDOW,
    );
    if (mails && mails.count >= limits.MAILS_PER_ACCOUNT) return { type: 'capped' };
    this.#add(key, generation);
    return { type: 'allowed', generation };
  }

  issue(key: FlowKey, expires: number): Issue {
    const flow = this.#find(key);
    if (flow === undefined || flow.used === 1 || flow.generation <= flow.void_through) return { type: 'superseded' };
    this.#sql.exec('UPDATE flows SET expires = max(coalesce(expires, 0), ?) WHERE flow = ?', expires, key.flow);
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
    this.#voidAll(key.account);
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

  replaceAll(key: FlowKey): Replacement {
    const known = this.#find(key);
    if (known) return { askedAt: Math.floor(known.generation / PLACES) };
    const askedAt = Math.floor(this.#voidAll(key.account) / PLACES) + 1;
    this.#add(key, askedAt * PLACES);
    return { askedAt };
  }

  /**
   * Removes flows that neither count against the cap nor can change a password. What was voided is remembered for as
   * long as a job that was asked for before may still come.
   */
  purge(): void {
    const now = this.#clock.now();
    this.#sql.exec(
      'DELETE FROM flows WHERE at <= ? AND (expires IS NULL OR expires <= ?) AND (lease_until IS NULL OR lease_until <= ?)',
      now - WINDOW,
      now,
      now,
    );
    this.#sql.exec('DELETE FROM accounts WHERE void_through <= ?', lastPlaceIn(now - HORIZON));
  }

  #add({ flow, account }: FlowKey, generation: number): void {
    this.#sql.exec(
      'INSERT INTO flows (flow, account, generation, at) VALUES (?, ?, ?, ?)',
      flow,
      account,
      generation,
      this.#clock.now(),
    );
  }

  /** Flows whose mail is still on its way are void too, known here or not: they were asked for before. Returns the last one. */
  #voidAll(account: string): number {
    const [newest] = this.#sql.exec<{ generation: number | null }>(
      'SELECT max(generation) AS generation FROM flows WHERE account = ?',
      account,
    );
    return this.#void(account, Math.max(newest?.generation ?? 0, lastPlaceIn(this.#clock.now())));
  }

  /** The next free place among those that were asked for in this millisecond; undefined where that time is void. */
  #placeOf(account: string, askedAt: number): number | undefined {
    const last = lastPlaceIn(askedAt);
    const [row] = this.#sql.exec<{ taken: number }>(
      `SELECT max(coalesce((SELECT void_through FROM accounts WHERE account = ?), 0),
                  coalesce((SELECT max(generation) FROM flows WHERE account = ? AND generation <= ?), 0)) AS taken`,
      account,
      account,
      last,
    );
    const taken = row?.taken ?? 0;
    return taken < last ? Math.max(taken + 1, askedAt * PLACES) : undefined;
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

  /** Returns the last generation that is void now. */
  #void(account: string, through: number): number {
    const [row] = this.#sql.exec<{ void_through: number }>(
      `INSERT INTO accounts (account, void_through) VALUES (?, ?)
       ON CONFLICT (account) DO UPDATE SET void_through = max(void_through, excluded.void_through)
       RETURNING void_through`,
      account,
      through,
    );
    return row?.void_through ?? through;
  }
}

function lastPlaceIn(millisecond: number): number {
  return millisecond * PLACES + PLACES - 1;
}

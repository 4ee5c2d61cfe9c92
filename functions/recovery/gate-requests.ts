/** The gate's book of requests: how often an identifier was asked for, its lock, and the codes of its requests. */
import { limits } from '../../src/shared/forms';
import type { Clock } from '../clock';
import type { Admission, AdmittedKey, CodeIssue, CodeTry, RequestKey } from './gate-port';
import type { Sql } from './gate-sql';

/** So many repeats are free; a nonce that comes more often counts as new. */
export const REPEATS_MAX = 20;

/** How many rows strangers may fill in one shard. */
export interface RowLimits {
  readonly requests: number;
  readonly locks: number;
  /** Rows that make room at once when requests are full. */
  readonly evicted: number;
}

export const defaultRowLimits: RowLimits = { requests: 20_000, locks: 10_000, evicted: 1_000 };

const WINDOW = limits.REQUEST_WINDOW_SECONDS * 1000;
const CODE_LIFETIME = limits.CODE_SECONDS * 1000;

export class RequestBook {
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #rowLimits: RowLimits;
  /** Rows in `requests`, known once they were counted. */
  #rows: number | undefined;

  constructor(sql: Sql, clock: Clock, rowLimits: RowLimits) {
    this.#sql = sql;
    this.#clock = clock;
    this.#rowLimits = rowLimits;
  }

  admit({ identifier, request }: RequestKey): Admission {
    const now = this.#clock.now();
    const until = this.#findLock(identifier, now);
    if (until !== undefined) return { type: 'locked', until, isNew: false };
    const admittedAt = this.#repeat(identifier, request, now);
    if (admittedAt !== undefined) return { type: 'admitted', admittedAt, repeated: true };
    const recent = this.#sql.exec<{ at: number }>(
      'SELECT at FROM requests WHERE identifier = ? AND at > ? ORDER BY at',
      identifier,
      now - WINDOW,
    );
    const [oldest] = recent;
    if (oldest && recent.length >= limits.REQUESTS_BEFORE_LOCK) return this.#lock(identifier, now, oldest.at);
    this.#makeRoom(now);
    this.#sql.exec('INSERT INTO requests (identifier, request, at) VALUES (?, ?, ?)', identifier, request, now);
    if (this.#rows !== undefined) this.#rows += 1;
    return { type: 'admitted', admittedAt: now, repeated: false };
  }

  issueCode(key: AdmittedKey, codeHash: string): CodeIssue {
    const row = this.#find(key);
    const [newest] = this.#sql.exec<{ id: number | null }>(
      'SELECT max(id) AS id FROM requests WHERE identifier = ? AND code IS NOT NULL',
      key.identifier,
    );
    if (row === undefined || (newest?.id ?? 0) > row.id) return { type: 'superseded' };
    this.#sql.exec('UPDATE requests SET code = NULL WHERE identifier = ? AND id < ?', key.identifier, row.id);
    this.#sql.exec('UPDATE requests SET code = ? WHERE id = ?', codeHash, row.id);
    return { type: 'issued', repeated: row.code === codeHash };
  }

  /**
   * The tries are those of the visitor's own request, so that nobody else can use them up; the code is the newest of the
   * identifier, so that the last message works on whichever page asked first.
   */
  tryCode(key: AdmittedKey, codeHash: string): CodeTry {
    const since = this.#clock.now() - CODE_LIFETIME;
    const row = this.#find(key);
    if (row === undefined || key.admittedAt <= since) return { type: 'expired' };
    const tries = row.tries + 1;
    this.#sql.exec('UPDATE requests SET tries = ? WHERE id = ?', tries, row.id);
    if (tries > limits.CODE_TRIES) return { type: 'exhausted' };
    const [match] = this.#sql.exec<{ request: string; at: number }>(
      `UPDATE requests SET code_used = 1
       WHERE identifier = ? AND code = ? AND code_used = 0 AND at > ? RETURNING request, at`,
      key.identifier,
      codeHash,
      since,
    );
    if (match) return { type: 'match', request: match.request, admittedAt: match.at };
    return { type: 'wrong', triesLeft: limits.CODE_TRIES - tries };
  }

  /** Removes what no longer counts. */
  purge(): void {
    const now = this.#clock.now();
    this.#sql.exec('DELETE FROM requests WHERE at <= ?', now - WINDOW);
    this.#sql.exec('DELETE FROM locks WHERE until <= ?', now);
    this.#rows = undefined;
  }

  #find({ identifier, request, admittedAt }: AdmittedKey) {
    const [row] = this.#sql.exec<{ id: number; tries: number; code: string | null }>(
      'SELECT id, tries, code FROM requests WHERE identifier = ? AND request = ? AND at = ?',
      identifier,
      request,
      admittedAt,
    );
    return row;
  }

  #findLock(identifier: string, now: number): number | undefined {
    const [lock] = this.#sql.exec<{ until: number }>(
      'SELECT until FROM locks WHERE identifier = ? AND until > ?',
      identifier,
      now,
    );
    return lock?.until;
  }

  /** The first admission of a request that comes again; undefined for a new one. */
  #repeat(identifier: string, request: string, now: number): number | undefined {
    const [first] = this.#sql.exec<{ at: number }>(
      `UPDATE requests SET repeats = repeats + 1
       WHERE identifier = ? AND request = ? AND at > ? AND repeats < ? RETURNING at`,
      identifier,
      request,
      now - limits.REPEAT_SECONDS * 1000,
      REPEATS_MAX,
    );
    return first?.at;
  }

  /** One row a lock. Without room for it the requests themselves hold the visitor back, until the oldest leaves the window. */
  #lock(identifier: string, now: number, oldest: number): Admission {
    const until = now + limits.LOCK_SECONDS * 1000;
    if (!this.#hasRoomForLock(now)) return { type: 'locked', until: oldest + WINDOW, isNew: false };
    this.#sql.exec('INSERT OR REPLACE INTO locks (identifier, until) VALUES (?, ?)', identifier, until);
    return { type: 'locked', until, isNew: true };
  }

  #hasRoomForLock(now: number): boolean {
    if (this.#count('locks') < this.#rowLimits.locks) return true;
    this.#sql.exec('DELETE FROM locks WHERE until <= ?', now);
    return this.#count('locks') < this.#rowLimits.locks;
  }

  /** Under a flood the oldest counters go first; a lock or an armed code never does. */
  #makeRoom(now: number): void {
    this.#rows ??= this.#count('requests');
    if (this.#rows < this.#rowLimits.requests) return;
    this.#sql.exec('DELETE FROM requests WHERE at <= ?', now - WINDOW);
    this.#rows = this.#count('requests');
    if (this.#rows < this.#rowLimits.requests) return;
    this.#sql.exec(
      'DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE code IS NULL ORDER BY id LIMIT ?)',
      this.#rowLimits.evicted,
    );
    this.#rows = this.#count('requests');
  }

  #count(table: 'requests' | 'locks'): number {
    const [row] = this.#sql.exec<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`);
    return row?.rows ?? 0;
  }
}

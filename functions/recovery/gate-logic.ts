/**
 * What one shard of the gate decides, over a synchronous SQL port, so that the Durable Object and the tests run the same.
 *
 * What always holds:
 * 1. Within any 60 minutes an identifier is admitted 5 times at most (a sliding window over the admissions themselves:
 *    a fixed one would let 10 through around its edge). Repeats of an admitted request are that request.
 * 2. A lock begins with the first request over the limit and ends 3600 s later. No request moves its end, nothing has to
 *    be written for it to end, and the window is empty by then. Without a row to spare it ends earlier, never later.
 * 3. An account is sent 5 mails at most within any 60 minutes, whatever was typed; beyond them only what its owner
 *    asks for by a notice.
 * 4. A flow is used once. At most one lease on it runs at a time; who commits held the last one.
 * 5. At most one link of an account works: of those issued, the one asked for last. A commit voids what was asked for by then.
 * 6. An admitted request has 5 tries at a code, each counted before it is compared; one code of an identifier works, once.
 * 7. A message from outside is taken once within a week.
 * 8. Strangers fill a bounded number of rows. They push out counters, oldest first, and never a lock, a flow or an armed code.
 */
import type { Clock } from '../clock';
import { FlowBook } from './gate-flows';
import type { Gate } from './gate-port';
import { ReceiptBook } from './gate-receipts';
import { defaultRowLimits, RequestBook, type RowLimits } from './gate-requests';
import { createTables, type Sql } from './gate-sql';

type Synchronous<Port> = {
  [Step in keyof Port]: Port[Step] extends (...keys: infer Keys) => Promise<infer Verdict>
    ? (...keys: Keys) => Verdict
    : never;
};

export interface GateLogic extends Synchronous<Gate> {
  /** Removes rows that decide nothing any more. Returns in how many seconds there may be more of them; undefined without rows. */
  purge(): number | undefined;
}

/** Rows outlive their meaning by this much at most. */
export const PURGE_SECONDS = 600;

/** The memory of what was voided or received is one short row each, and may outlive its meaning longer. */
const PURGE_MEMORY_SECONDS = 86_400;

export interface GateLogicOptions {
  readonly rowLimits?: RowLimits;
  /** Names a lease; unpredictable, and never the same twice. */
  readonly newLease?: () => string;
}

/** The gate over one database, whose tables it makes. Every step is one transaction. */
export function createGateLogic(sql: Sql, clock: Clock, options: GateLogicOptions = {}): GateLogic {
  const { rowLimits = defaultRowLimits, newLease = () => crypto.randomUUID() } = options;
  createTables(sql);
  const requests = new RequestBook(sql, clock, rowLimits);
  const flows = new FlowBook(sql, clock, newLease);
  const receipts = new ReceiptBook(sql, clock);
  return {
    admit: (key) => sql.transaction(() => requests.admit(key)),
    allowMail: (key, askedAt) => sql.transaction(() => flows.allowMail(key, askedAt)),
    issue: (key, expires) => sql.transaction(() => flows.issue(key, expires)),
    peek: (key) => flows.peek(key),
    reserve: (key, leaseSeconds) => sql.transaction(() => flows.reserve(key, leaseSeconds)),
    commit: (key, lease) => sql.transaction(() => flows.commit(key, lease)),
    release: (key, lease) => flows.release(key, lease),
    replaceAll: (key) => sql.transaction(() => flows.replaceAll(key)),
    issueCode: (key, codeHash) => sql.transaction(() => requests.issueCode(key, codeHash)),
    tryCode: (key, codeHash) => sql.transaction(() => requests.tryCode(key, codeHash)),
    receive: (message) => sql.transaction(() => receipts.receive(message)),
    purge: () =>
      sql.transaction(() => {
        requests.purge();
        flows.purge();
        receipts.purge();
        if (hasRows(sql, 'requests', 'locks', 'flows')) return PURGE_SECONDS;
        return hasRows(sql, 'accounts', 'receipts') ? PURGE_MEMORY_SECONDS : undefined;
      }),
  };
}

function hasRows(sql: Sql, ...tables: readonly string[]): boolean {
  return tables.some((table) => sql.exec(`SELECT 1 FROM ${table} LIMIT 1`).length > 0);
}

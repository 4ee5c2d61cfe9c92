/** The gate's storage: a small synchronous SQL port and the tables behind it. */

export type SqlValue = string | number | null;

/** SQLite, in the Durable Object or in a test. Nothing else runs between two calls. */
export interface Sql {
  exec<Row extends Record<string, SqlValue>>(query: string, ...bindings: SqlValue[]): Row[];
  /** Runs all or nothing. */
  transaction<Result>(run: () => Result): Result;
}

/** One statement each, safe to run again. Times are milliseconds since the epoch. */
const schema = [
  `CREATE TABLE IF NOT EXISTS requests (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     identifier TEXT NOT NULL,
     request TEXT NOT NULL,
     at INTEGER NOT NULL,
     repeats INTEGER NOT NULL DEFAULT 0,
     code TEXT,
     code_used INTEGER NOT NULL DEFAULT 0,
     tries INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
  `CREATE INDEX IF NOT EXISTS requests_by_identifier ON requests (identifier, id)`,
  `CREATE TABLE IF NOT EXISTS locks (
     identifier TEXT PRIMARY KEY,
     until INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS flows (
     flow TEXT PRIMARY KEY,
     account TEXT NOT NULL,
     generation INTEGER NOT NULL,
     at INTEGER NOT NULL,
     expires INTEGER,
     used INTEGER NOT NULL DEFAULT 0,
     lease TEXT,
     lease_until INTEGER
   ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX IF NOT EXISTS flows_by_account ON flows (account, generation)`,
  `CREATE TABLE IF NOT EXISTS accounts (
     account TEXT PRIMARY KEY,
     void_through INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS accounts_by_void ON accounts (void_through)`,
  `CREATE TABLE IF NOT EXISTS receipts (
     message TEXT PRIMARY KEY,
     at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS receipts_by_time ON receipts (at)`,
];

export function createTables(sql: Sql): void {
  for (const statement of schema) sql.exec(statement);
}

/** D1 over Node's SQLite, with the site's own migrations: the part of it that adapters use. */
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const migrations = new URL('../../migrations/', import.meta.url);

interface Statement {
  bind(...values: SQLInputValue[]): Statement;
  all(): Promise<{ results: unknown[] }>;
  run(): Promise<{ results: unknown[] }>;
}

/** A new, empty, migrated database. `sqlite` is the same one, for a test's own look at it. */
export function createFakeD1(): { readonly d1: D1Database; readonly sqlite: DatabaseSync } {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync(migrations).sort()) sqlite.exec(readFileSync(new URL(file, migrations), 'utf8'));
  const d1 = {
    prepare: (query: string) => statement(sqlite, query, []),
    async batch(statements: Statement[]) {
      sqlite.exec('BEGIN');
      try {
        const results = [];
        for (const each of statements) results.push(await each.all());
        sqlite.exec('COMMIT');
        return results;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
  };
  return { d1: d1 as unknown as D1Database, sqlite };
}

function statement(sqlite: DatabaseSync, query: string, values: SQLInputValue[]): Statement {
  const all = async () => ({ results: sqlite.prepare(query).all(...values) });
  return { bind: (...bound) => statement(sqlite, query, bound), all, run: all };
}

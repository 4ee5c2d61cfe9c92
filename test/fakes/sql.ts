/** The gate's SQL port over Node's SQLite. */
import { DatabaseSync } from 'node:sqlite';
import type { Sql } from '../../functions/recovery/gate-sql';

export function createFakeSql(): Sql {
  const sqlite = new DatabaseSync(':memory:');
  return {
    exec: (query, ...bindings) => sqlite.prepare(query).all(...bindings) as never,
    transaction(run) {
      sqlite.exec('BEGIN');
      try {
        const result = run();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

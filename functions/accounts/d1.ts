/** The embedded account system: accounts in D1, passwords hashed by a Durable Object. */
import { z } from 'zod';
import type { Clock } from '../clock';
import { type Account, type AccountSystem, AccountsError } from './port';

/** How long a repeated call is recognised: longer than anything that repeats calls. */
const IDEMPOTENCY_SECONDS = 86_400;

export interface D1AccountsDependencies {
  readonly database: D1Database;
  /** A password as a PHC string; slow, and done elsewhere. */
  readonly hashPassword: (password: string) => Promise<string>;
  readonly clock: Clock;
}

const accountRow = z
  .object({
    id: z.string(),
    username: z.string(),
    display_name: z.string().nullable(),
    email: z.string().nullable(),
    email_verified: z.literal([0, 1]),
    phone: z.string().nullable(),
    phone_verified: z.literal([0, 1]),
    status: z.enum(['active', 'disabled', 'federated']),
  })
  .transform(
    (row): Account => ({
      ref: row.id,
      username: row.username,
      displayName: row.display_name ?? undefined,
      email: row.email_verified === 1 ? (row.email ?? undefined) : undefined,
      phone: row.phone_verified === 1 ? (row.phone ?? undefined) : undefined,
      status: row.status,
    }),
  );

const SELECT = `SELECT id, username, display_name, email, email_verified, phone, phone_verified, status FROM accounts`;
const conditions = {
  username: 'username_canonical = ?',
  email: 'email_canonical = ? AND email_verified = 1',
  phone: 'phone = ? AND phone_verified = 1',
} as const;

/**
 * The account system over the tables of `migrations/`. Only verified addresses and numbers name an account.
 * Ending sessions sets `sessions_valid_after`: the product refuses sessions that began earlier.
 */
export function createD1Accounts(deps: D1AccountsDependencies): AccountSystem {
  const { database } = deps;
  return {
    capabilities: { phone: true, endSessions: true },
    resolve: ({ kind, value }) => findOne(database, conditions[kind], value),
    find: (ref) => findOne(database, 'id = ?', ref),
    async setPassword(ref, password, idempotencyKey) {
      const account = await findOne(database, 'id = ?', ref);
      if (account?.status !== 'active') return { type: 'gone' };
      const hash = await guard(() => deps.hashPassword(password));
      const isActive = await guard(() => storePassword(deps, ref, hash, idempotencyKey));
      return isActive ? { type: 'changed' } : { type: 'gone' };
    },
    async endSessions(ref) {
      const now = deps.clock.now();
      const update = database.prepare('UPDATE accounts SET sessions_valid_after = ?, updated_at = ? WHERE id = ?');
      await guard(() => update.bind(now, now, ref).run());
    },
  };
}

/** The account of a value; undefined for none, and for two: which one was meant, nobody can tell. */
async function findOne(database: D1Database, condition: string, value: string): Promise<Account | undefined> {
  const { results } = await guard(() => database.prepare(`${SELECT} WHERE ${condition} LIMIT 2`).bind(value).all());
  if (results.length !== 1) return undefined;
  const account = accountRow.safeParse(results[0]);
  if (!account.success) throw new AccountsError('unreadable');
  return account.data;
}

/** One transaction: the password, then the key that keeps it from being applied again. Returns whether the account may have one. */
async function storePassword(
  { database, clock }: D1AccountsDependencies,
  ref: string,
  hash: string,
  key: string,
): Promise<boolean> {
  const now = clock.now();
  const [, , , account] = await database.batch([
    database
      .prepare(
        `UPDATE accounts SET password_hash = ?, updated_at = ? WHERE id = ? AND status = 'active'
         AND NOT EXISTS (SELECT 1 FROM password_changes WHERE idempotency_key = ?)`,
      )
      .bind(hash, now, ref, key),
    database
      .prepare('INSERT INTO password_changes (idempotency_key, changed_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .bind(key, now),
    database.prepare('DELETE FROM password_changes WHERE changed_at <= ?').bind(now - IDEMPOTENCY_SECONDS * 1000),
    database.prepare(`SELECT 1 FROM accounts WHERE id = ? AND status = 'active'`).bind(ref),
  ]);
  return account?.results.length === 1;
}

/** D1's errors name values: none of them leaves this file. */
async function guard<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch {
    throw new AccountsError('unavailable');
  }
}

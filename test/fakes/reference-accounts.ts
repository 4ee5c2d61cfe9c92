/** Runs docs/examples/accounts-server.ts as an operator does, in a process of its own, over a database that tests look into. */
import { spawn } from 'node:child_process';
import { randomBytes, scryptSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Account } from '../../functions/accounts/port';

const EXAMPLE = 'docs/examples/accounts-server.ts';

/** An account with the canonical names that the system keeps beside it. */
export interface StoredAccount extends Account {
  readonly usernameKey: string;
  readonly emailKey?: string;
  readonly unverifiedEmail?: string;
}

export interface ReferenceAccounts extends AsyncDisposable {
  readonly url: string;
  readonly secret: string;
  /** Replaces everything that it knows. */
  reset(accounts: readonly StoredAccount[]): void;
  hasPassword(ref: string, password: string): boolean;
  haveSessionsEnded(ref: string): boolean;
}

/** Starts the example on a free port. */
export async function startReferenceAccounts(): Promise<ReferenceAccounts> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-accounts-'));
  const file = join(folder, 'accounts.sqlite');
  const secret = newSecret();
  const env = { ...process.env, ACCOUNTS_SECRET: secret, DATABASE: file, PORT: '0' };
  const server = spawn(process.execPath, [EXAMPLE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(server.stdout), 'line');
  const { port } = JSON.parse(String(line)) as { port: number };
  const database = new DatabaseSync(file);
  const read = (ref: string) => database.prepare('SELECT * FROM accounts WHERE ref = ?').get(ref);
  return {
    url: `http://127.0.0.1:${port}/`,
    secret,
    reset(accounts) {
      database.exec('DELETE FROM accounts; DELETE FROM done');
      for (const account of accounts) insert(database, account);
    },
    hasPassword(ref, password) {
      const { passwordSalt, passwordHash } = read(ref) ?? {};
      if (!(passwordSalt instanceof Uint8Array && passwordHash instanceof Uint8Array)) return false;
      return scryptSync(password, passwordSalt, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 }).equals(passwordHash);
    },
    haveSessionsEnded: (ref) => typeof read(ref)?.sessionsEndedAt === 'number',
    async [Symbol.asyncDispose]() {
      database.close();
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

/** A secret in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

function insert(database: DatabaseSync, account: StoredAccount): void {
  const facts = {
    ref: account.ref,
    username: account.username,
    usernameKey: account.usernameKey,
    displayName: account.displayName ?? null,
    email: account.email ?? account.unverifiedEmail ?? null,
    emailKey: account.emailKey ?? null,
    emailVerified: Number(account.email !== undefined),
    phone: account.phone ?? null,
    phoneVerified: Number(account.phone !== undefined),
    status: account.status,
  };
  const columns = Object.keys(facts);
  const marks = columns.map(() => '?').join();
  database.prepare(`INSERT INTO accounts (${columns.join()}) VALUES (${marks})`).run(...Object.values(facts));
}

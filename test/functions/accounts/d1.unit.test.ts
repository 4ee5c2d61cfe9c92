import { describe, expect, test } from 'vitest';
import { createD1Accounts } from '../../../functions/accounts/d1';
import { AccountsError } from '../../../functions/accounts/port';
import { hashPassword, verifyPassword } from '../../../functions/accounts/scrypt-phc';
import { createFrozenClock } from '../../fakes/clock';
import { createFakeD1 } from '../../fakes/d1';
import { type ContractSubject, contractAccounts, describeAccountSystem, identifierOf } from './contract';

/** The format is the real one; its cost is what a test can wait for. */
const cheap = { ln: 4, r: 8, p: 1 };

async function createSubject(): Promise<ContractSubject & ReturnType<typeof createFakeD1>> {
  const { d1, sqlite } = createFakeD1();
  const clock = createFrozenClock();
  for (const account of contractAccounts) insert(sqlite, account);
  const read = (ref: string) => sqlite.prepare('SELECT * FROM accounts WHERE id = ?').get(ref);
  return {
    d1,
    sqlite,
    system: createD1Accounts({ database: d1, hashPassword: (password) => hashPassword(password, cheap), clock }),
    hasPassword: async (ref, password) => verifyPassword(password, String(read(ref)?.password_hash ?? '')),
    haveSessionsEnded: async (ref) => Number(read(ref)?.sessions_valid_after) >= clock.now(),
  };
}

function insert(sqlite: ReturnType<typeof createFakeD1>['sqlite'], account: (typeof contractAccounts)[number]): void {
  const email = account.email ?? account.unverifiedEmail ?? null;
  const facts = {
    id: account.ref,
    username: account.username,
    username_canonical: identifierOf(account.username).value,
    display_name: account.displayName ?? null,
    email,
    email_canonical: email === null ? null : identifierOf(email).value,
    email_verified: account.email === undefined ? 0 : 1,
    phone: account.phone ?? null,
    phone_verified: account.phone === undefined ? 0 : 1,
    status: account.status,
    created_at: 1,
    updated_at: 1,
  };
  const columns = Object.keys(facts);
  sqlite
    .prepare(`INSERT INTO accounts (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    .run(...Object.values(facts));
}

describeAccountSystem('d1', createSubject);

describe('d1', () => {
  test('stores no password as it was typed', async () => {
    const { system, sqlite } = await createSubject();
    await system.setPassword('1', 'correct horse battery', 'key-1');
    const dump = JSON.stringify([
      sqlite.prepare('SELECT * FROM accounts').all(),
      sqlite.prepare('SELECT * FROM password_changes').all(),
    ]);
    expect(dump).not.toContain('correct horse');
    expect(dump).toContain('$scrypt$ln=4,r=8,p=1$');
  });

  test('refuses two verified accounts with one address', async () => {
    const { sqlite } = await createSubject();
    expect(() =>
      insert(sqlite, { ref: '9', username: 'copy', email: 'MARIA@bücher.example', status: 'active' }),
    ).toThrow('UNIQUE');
  });

  test('forgets applied calls after a day, so that the table stays small', async () => {
    const { d1, sqlite } = await createSubject();
    const clock = createFrozenClock();
    const system = createD1Accounts({ database: d1, hashPassword: (password) => hashPassword(password, cheap), clock });
    await system.setPassword('1', 'the first password', 'key-1');
    clock.advance(86_400_000);
    await system.setPassword('1', 'the second password', 'key-2');
    expect(sqlite.prepare('SELECT idempotency_key FROM password_changes').all()).toEqual([
      { idempotency_key: 'key-2' },
    ]);
  });

  test('a database that fails is an error without a word of what was asked', async () => {
    const { system, sqlite } = await createSubject();
    sqlite.exec('DROP TABLE accounts');
    const error = await system.resolve(identifierOf('maria')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AccountsError);
    expect(error).toMatchObject({ code: 'unavailable', message: 'account system: unavailable' });
    expect(error).not.toHaveProperty('cause');
  });

  test('a hasher that fails changes nothing', async () => {
    const { d1, sqlite } = await createSubject();
    const hash = () => Promise.reject(new Error('no hasher'));
    const system = createD1Accounts({ database: d1, hashPassword: hash, clock: createFrozenClock() });
    await expect(system.setPassword('1', 'correct horse battery', 'key-1')).rejects.toThrow(AccountsError);
    expect(sqlite.prepare('SELECT password_hash FROM accounts WHERE id = 1').get()).toEqual({ password_hash: null });
  });
});

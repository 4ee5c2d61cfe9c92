/** Accounts for tests, each without a history that another test's limits could meet. */
import { randomInt, randomUUID } from 'node:crypto';
import type { TestSite } from './worker';

export interface TestAccount {
  readonly username: string;
  readonly email: string;
  /** E.164, of the United Kingdom. */
  readonly phone: string;
}

/** Adds an active account with a verified address, a verified number and no password. */
export async function addAccount({ database }: Pick<TestSite, 'database'>): Promise<TestAccount> {
  const username = `visitor-${randomUUID()}`;
  const email = `${username}@example.com`;
  const phone = newNumber();
  await database
    .prepare(
      `INSERT INTO accounts (id, username, username_canonical, email, email_canonical, email_verified, phone,
         phone_verified, created_at, updated_at)
       VALUES (?1, ?1, ?1, ?2, ?2, 1, ?3, 1, 0, 0)`,
    )
    .bind(username, email, phone)
    .run();
  return { username, email, phone };
}

/** A mobile number of the United Kingdom, in E.164, that nobody else in these tests has. */
export function newNumber(): string {
  return `+447400${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

/** Headers of a visitor whose network address nobody else has: the platform's limit by address stays out of the way. */
export function newVisitor(): { readonly 'CF-Connecting-IP': string } {
  const [, second, third] = randomUUID().split('-');
  return { 'CF-Connecting-IP': `2001:db8:${second}:${third}::1` };
}

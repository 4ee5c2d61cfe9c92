/** Accounts for tests, each without a history that another test's limits could meet. */
import { randomUUID } from 'node:crypto';
import type { TestSite } from './worker';

export interface TestAccount {
  readonly username: string;
  readonly email: string;
}

/** Adds an active account with a verified address and no password. */
export async function addAccount({ database }: TestSite): Promise<TestAccount> {
  const username = `visitor-${randomUUID()}`;
  const email = `${username}@example.com`;
  await database
    .prepare(
      `INSERT INTO accounts (id, username, username_canonical, email, email_canonical, email_verified, created_at, updated_at)
       VALUES (?1, ?1, ?1, ?2, ?2, 1, 0, 0)`,
    )
    .bind(username, email)
    .run();
  return { username, email };
}

/** Headers of a visitor whose network address nobody else has: the platform's limit by address stays out of the way. */
export function newVisitor(): { readonly 'CF-Connecting-IP': string } {
  const [, second, third] = randomUUID().split('-');
  return { 'CF-Connecting-IP': `2001:db8:${second}:${third}::1` };
}

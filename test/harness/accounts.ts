/** Accounts for tests, each without a history that another test's limits could meet. */
import { randomInt, randomUUID } from 'node:crypto';
import { parseIdentifier } from '../../functions/recovery/identifiers';
import type { TestSite } from './worker';

export interface TestAccount {
  readonly username: string;
  readonly email: string;
  /** E.164, of the United Kingdom. */
  readonly phone: string;
}

/**
 * Adds an active account with a verified address, a verified number and no password.
 * What is not told is made up, the same for nobody else.
 */
export async function addAccount(
  { database }: Pick<TestSite, 'database'>,
  facts: Partial<TestAccount> & { readonly displayName?: string } = {},
): Promise<TestAccount> {
  const { username = `visitor-${randomUUID()}`, phone = newNumber(), displayName = null } = facts;
  const { email = `${randomUUID()}@example.com` } = facts;
  await database
    .prepare(
      `INSERT INTO accounts (id, username, username_canonical, display_name, email, email_canonical, email_verified, phone,
         phone_verified, created_at, updated_at)
       VALUES (?1, ?1, ?2, ?3, ?4, ?5, 1, ?6, 1, 0, 0)`,
    )
    .bind(username, canonical(username), displayName, email, canonical(email), phone)
    .run();
  return { username, email, phone };
}

/** A mobile number of the United Kingdom, in E.164, that nobody else in these tests has. */
export function newNumber(): string {
  return `+447400${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

function canonical(text: string): string {
  const parsed = parseIdentifier(text);
  if (parsed.type !== 'ok') throw new TypeError(`${text} is no identifier`);
  return parsed.identifier.value;
}

/** Headers of a visitor whose network address nobody else has: the platform's limit by address stays out of the way. */
export function newVisitor(): { readonly 'CF-Connecting-IP': string } {
  const [, second, third] = randomUUID().split('-');
  return { 'CF-Connecting-IP': `2001:db8:${second}:${third}::1` };
}

/** Accounts to try recovery with, in the tables of the embedded account system. */
import { hashPassword } from '../../functions/accounts/scrypt-phc';
import { parseIdentifier } from '../../functions/recovery/identifiers';

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** E.164, verified. */
  readonly phone?: string;
  readonly status: 'active' | 'disabled';
  /** What a request for a reset does. */
  readonly shows: string;
}

/** Of every demo account, until a reset changes it. */
export const DEMO_PASSWORD = 'open the old door';

export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'maya',
    displayName: 'Maya Okafor',
    email: 'maya@example.com',
    isEmailVerified: true,
    phone: '+12015550123',
    status: 'active',
    shows: 'gets the e-mail, or the text message',
  },
  {
    username: 'yusuf.haddad',
    displayName: 'يوسف حدّاد',
    email: 'yusuf@example.com',
    isEmailVerified: true,
    phone: '+201001234567',
    status: 'active',
    shows: 'gets the e-mail, or the text message',
  },
  {
    username: 'sora_t',
    displayName: '高橋 空',
    email: 'sora@example.com',
    isEmailVerified: true,
    phone: '+819012345678',
    status: 'active',
    shows: 'gets the e-mail, or the text message',
  },
  {
    username: 'lena',
    displayName: 'Lena Brandt',
    email: 'lena@example.com',
    isEmailVerified: false,
    phone: '+4915123456789',
    status: 'active',
    shows: 'gets the text message alone: the address was never verified',
  },
  {
    username: 'noah',
    displayName: 'Noah Price',
    email: 'noah@example.com',
    isEmailVerified: true,
    status: 'disabled',
    shows: 'gets nothing: the account is disabled',
  },
];

const INSERT = `INSERT OR IGNORE INTO accounts (id, username, username_canonical, display_name, email, email_canonical,
  email_verified, phone, phone_verified, status, password_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Adds the demo accounts that are not there yet; those that are keep their passwords. */
export async function seedDemoAccounts(database: D1Database): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  const now = Date.now();
  const rows = demoAccounts.map(({ username, displayName, email, isEmailVerified, phone, status }) => [
    `demo-${username}`,
    username,
    canonical(username),
    displayName,
    email,
    canonical(email),
    Number(isEmailVerified),
    phone ?? null,
    Number(phone !== undefined),
    status,
    hash,
    now,
    now,
  ]);
  await database.batch(rows.map((row) => database.prepare(INSERT).bind(...row)));
}

function canonical(text: string): string {
  const parsed = parseIdentifier(text);
  if (parsed.type !== 'ok') throw new TypeError(`${text} is no identifier`);
  return parsed.identifier.value;
}

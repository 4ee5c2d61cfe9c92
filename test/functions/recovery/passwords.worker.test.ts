/** Which passwords the form takes, and what is stored of them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyPassword } from '../../../functions/accounts/scrypt-phc';
import { limits } from '../../../src/shared/limits';
import { site as brandOf } from '../../../src/shared/site';
import { addAccount, type TestAccount } from '../../harness/accounts';
import { askForLink, type OpenLink, openLink, savePassword } from '../../harness/links';
import { useSite } from '../../harness/worker';

const site = useSite();

async function openFor(account: TestAccount): Promise<OpenLink> {
  return openLink(site, await askForLink(site, account));
}

async function hashOf({ username }: TestAccount): Promise<string> {
  const select = site.database.prepare('SELECT password_hash FROM accounts WHERE id = ?').bind(username);
  return (await select.first<{ password_hash: string | null }>())?.password_hash ?? '';
}

/** As many characters, of words that do not repeat. */
function passwordOf(length: number): string {
  return Array.from({ length }, (_, index) => `river ${index} `)
    .join('')
    .slice(0, length);
}

describe('a password that is refused', () => {
  let account: TestAccount;
  let visit: OpenLink;
  beforeAll(async () => {
    account = await addAccount(site, { username: 'wanda.wanderer', email: 'green-mountain@example.com' });
    visit = await openFor(account);
  });

  test.each([
    [
      'I1 one with too few code points, however many bytes they take',
      '🦊'.repeat(limits.PASSWORD_MIN - 1),
      'too short',
    ],
    ['I2 one of ten kilobytes', 'a long password '.repeat(640), 'too long'],
    ['I4 one that so many others have', 'qwertyuiopasdfghjkl', 'most used'],
    ['I4 one made of the brand', brandOf.brand.repeat(5), 'holds your username'],
    ['I4 one made of the username', 'wanda.wanderer1', 'holds your username'],
    ['I4 one made of the e-mail address', 'green-mountain1', 'holds your username'],
  ])('%s gets its reason, and the link still works', async (_, password, reason) => {
    const response = await savePassword(site, visit, password);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(/class="field-error".*?<\/p>/s.exec(html)?.[0]).toContain(reason);
    expect(html).toContain(`value="${visit.flow}"`);
    expect(await hashOf(account)).toBe('');
  });
});

describe('a password that is taken', () => {
  test.each([
    ['I1 the fewest code points', '🦊🐢🦉🐙🦋🐝🐞🐋🦈🐘🦒🦘🐿🦔🐧'],
    ['I2 128 characters', passwordOf(limits.PASSWORD_MAX)],
    ['I3 spaces at both ends', '  seven quiet rivers  '],
  ])('%s: it is stored as it was typed', async (_, password) => {
    const account = await addAccount(site);
    expect((await savePassword(site, await openFor(account), password)).status).toBe(303);
    const hash = await hashOf(account);
    expect(await verifyPassword(password, hash)).toBe(true);
    expect(await verifyPassword(`${password.trim()}.`, hash)).toBe(false);
    if (password !== password.trim()) expect(await verifyPassword(password.trim(), hash)).toBe(false);
    await site.settle();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { verifyPassword } from '../../../functions/accounts/scrypt-phc';
import { limits } from '../../../src/shared/limits';
import { waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor, type TestAccount } from '../../harness/accounts';
import { askForLink, type OpenLink, openLink, PASSWORD_FORM, savePassword } from '../../harness/links';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = PASSWORD_FORM;
const GOOD = 'seven quiet rivers';

const askFor = (account: TestAccount, count?: number) => askForLink(site, account, count);
const open = (link: URL) => openLink(site, link);
const save = (visit: OpenLink, password: string) => savePassword(site, visit, password);

async function isPassword(username: string, password: string): Promise<boolean> {
  const row = await site.database
    .prepare('SELECT password_hash FROM accounts WHERE id = ?')
    .bind(username)
    .first<{ password_hash: string | null }>();
  return row?.password_hash ? verifyPassword(password, row.password_hash) : false;
}

/** How often the account system was told to set a password, and did. */
async function countChanges(): Promise<number> {
  const select = site.database.prepare('SELECT count(*) AS count FROM password_changes');
  return (await select.first<{ count: number }>())?.count ?? 0;
}

async function titleOf(response: Response): Promise<string> {
  return /<h1>(.*?)<\/h1>/s.exec(await response.text())?.[1] ?? '';
}

beforeEach(() => {
  site.resend.clear();
});

describe('the way from the mail to the new password', () => {
  test('the link leads to the form, the form sets the password, and the owner is told', async () => {
    const account = await addAccount(site);
    const saved = await save(await open(await askFor(account)), GOOD);
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toBe('/en/account/password-changed/');
    expect(await isPassword(account.username, GOOD)).toBe(true);
    const notice = await waitForMail(site.resend, account.email, { count: 2 });
    expect(notice.subject).toContain('password was changed');
  });

  test('E14 H2 the token leaves the address at once, and no page of the flow may be stored, framed or referred to', async () => {
    const link = await askFor(await addAccount(site));
    const token = link.searchParams.get('token') ?? '';
    const swap = await site.fetch(`${link.pathname}${link.search}`);
    expect(swap.status).toBe(303);
    expect(swap.headers.get('location')).toBe(FORM);
    expect(swap.headers.get('referrer-policy')).toBe('no-referrer');
    expect(swap.headers.get('cache-control')).toBe('no-store');
    const [cookie = ''] = swap.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    const page = await site.fetch(FORM, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await page.text()).not.toContain(token);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(JSON.stringify(site.events())).not.toContain(token);
  });

  test('E8 HEAD, five GETs and another device leave the link usable, once', async () => {
    const account = await addAccount(site);
    const link = await askFor(account);
    await site.fetch(`${link.pathname}${link.search}`, { method: 'HEAD' });
    for (let count = 0; count < 5; count += 1) await site.fetch(`${link.pathname}${link.search}`);
    const [phone, laptop] = [await open(link), await open(link)];
    expect((await save(laptop, GOOD)).status).toBe(303);
    expect((await save(phone, 'another quiet river')).status).toBe(400);
    expect(await isPassword(account.username, GOOD)).toBe(true);
  });

  test('E4 a pasted link with spaces, line breaks and a full stop works', async () => {
    const link = await askFor(await addAccount(site));
    const token = link.searchParams.get('token') ?? '';
    for (const pasted of [` ${token} `, `${token.slice(0, 9)}\u00a0\n${token.slice(9)}`, `${token}.`, `${token}>)`]) {
      const { flow } = await open(new URL(`?token=${encodeURIComponent(pasted)}`, link));
      expect(flow, JSON.stringify(pasted)).not.toBe('');
    }
  });
});

describe('a link that must not work', () => {
  test('E1 a link that was used is refused, and the password stays', async () => {
    const account = await addAccount(site);
    const link = await askFor(account);
    const visit = await open(link);
    await save(visit, GOOD);
    const replay = await save(visit, 'the password of an eavesdropper');
    expect(replay.status).toBe(400);
    expect(await replay.text()).toContain('used or expired');
    expect(await isPassword(account.username, GOOD)).toBe(true);
    expect((await open(link)).flow).toBe('');
  });

  test('E2 F4 a link works through a lock and until its time is over', async () => {
    const account = await addAccount(site);
    for (let count = 1; count < limits.REQUESTS_BEFORE_LOCK; count += 1) await askFor(account, count);
    const link = await askFor(account, limits.REQUESTS_BEFORE_LOCK);
    const locked = await site.post('/en/account/reset/', { identifier: account.username }, { headers: newVisitor() });
    expect(locked.status).toBe(429);
    await site.passTime(limits.LINK_SECONDS - 60);
    const visit = await open(link);
    expect(visit.flow).not.toBe('');
    await site.passTime(60);
    const late = await save(visit, GOOD);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('used or expired');
    expect(await isPassword(account.username, GOOD)).toBe(false);
    await site.settle();
  });

  test('E3 a flipped, cut or longer token is refused', async () => {
    const link = await askFor(await addAccount(site));
    const token = link.searchParams.get('token') ?? '';
    const flipped = [...token].map(
      (character, at) => `${token.slice(0, at)}${character === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
    );
    for (const wrong of [
      ...flipped,
      token.slice(0, -1),
      token.slice(1),
      `${token}A`,
      `A${token}`,
      token.toLowerCase(),
      '',
    ]) {
      expect((await open(new URL(`?token=${wrong}`, link))).flow, wrong).toBe('');
    }
    expect((await open(link)).flow).not.toBe('');
  });

  test('E5 an older link is void once a newer one is mailed', async () => {
    const account = await addAccount(site);
    const older = await open(await askFor(account));
    const newer = await open(await askFor(account, 2));
    const refused = await save(older, 'the password of the older link');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Use the newest e-mail');
    expect((await save(newer, GOOD)).status).toBe(303);
    expect(await isPassword(account.username, GOOD)).toBe(true);
  });

  test('E6 a password cannot be set without a link', async () => {
    const account = await addAccount(site);
    for (const cookie of ['', 'reset=', 'reset=undefined', `reset=${'A'.repeat(43)}`]) {
      const response = await save({ cookie, flow: 'any' }, GOOD);
      expect(response.status).toBe(400);
      expect(await titleOf(response)).toBe('This link does not work');
    }
    expect(await isPassword(account.username, GOOD)).toBe(false);
  });

  test('E7 the cookie of one link with the form of another changes nothing', async () => {
    const [first, second] = [await addAccount(site), await addAccount(site)];
    const [mine, theirs] = [await open(await askFor(first)), await open(await askFor(second))];
    expect((await save({ cookie: mine.cookie, flow: theirs.flow }, GOOD)).status).toBe(400);
    expect(await isPassword(first.username, GOOD)).toBe(false);
    expect(await isPassword(second.username, GOOD)).toBe(false);
    expect((await save(mine, GOOD)).status).toBe(303);
  });
});

describe('the moment of redemption', () => {
  test('E9 of twenty redemptions at once exactly one succeeds, and one password is set', async () => {
    const account = await addAccount(site);
    const visit = await open(await askFor(account));
    const before = await countChanges();
    const passwords = Array.from({ length: 20 }, (_, index) => `${GOOD} number ${index}`);
    const answers = await Promise.all(passwords.map((password) => save(visit, password)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    const winner = passwords[answers.findIndex(({ status }) => status === 303)] ?? '';
    expect(await isPassword(account.username, winner)).toBe(true);
    expect((await countChanges()) - before).toBe(1);
    await site.settle();
    expect(site.resend.inbox.filter(({ to }) => to.includes(account.email))).toHaveLength(2);
  });

  test('E13 a refused password is explained and not kept, and the link still works', async () => {
    const account = await addAccount(site);
    const visit = await open(await askFor(account));
    const refused = await save(visit, 'too short');
    expect(refused.status).toBe(400);
    const html = await refused.text();
    expect(html).toContain('The password is too short. Use at least 15 characters');
    expect(html).not.toContain('too short"');
    expect((await save(visit, GOOD)).status).toBe(303);
    await site.settle();
  });

  test('H1 a form of another site changes nothing', async () => {
    const account = await addAccount(site);
    const { cookie, flow } = await open(await askFor(account));
    const response = await site.post(
      FORM,
      { password: GOOD, flow },
      { headers: { cookie, origin: 'https://evil.example' } },
    );
    expect(response.status).toBe(403);
    expect(await isPassword(account.username, GOOD)).toBe(false);
  });
});

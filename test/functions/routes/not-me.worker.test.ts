import { beforeEach, describe, expect, test } from 'vitest';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor, type TestAccount } from '../../harness/accounts';
import { useSite } from '../../harness/worker';

const site = useSite();
const NOT_ME = '/en/account/not-me/';
const NEW_PASSWORD = '/en/account/new-password/';

interface Opened {
  readonly cookie: string;
  readonly flow: string;
  readonly html: string;
}

/** Opens a mailed link as a browser does: keeps the cookie, follows to the clean page. */
async function open({ pathname, search }: URL): Promise<Opened> {
  const swap = await site.fetch(`${pathname}${search}`);
  const cookie = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const html = await (await site.fetch(pathname, { headers: { cookie } })).text();
  return { cookie, html, flow: /name="flow" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}

/** Asks for a reset; returns the link of the mail number `count` to the account. */
async function askForLink({ username, email }: TestAccount, count: number): Promise<URL> {
  await site.post('/en/account/reset/', { identifier: username }, { headers: newVisitor() });
  return requireTokenLink(await waitForMail(site.resend, email, { count }));
}

/** Somebody changes the password; returns the link of the notice to the owner. */
async function changeByStranger(account: TestAccount): Promise<URL> {
  const { cookie, flow } = await open(await askForLink(account, 1));
  const fields = { flow, password: 'seven quiet rivers' };
  expect((await site.post(NEW_PASSWORD, fields, { headers: { cookie } })).status).toBe(303);
  return requireTokenLink(await waitForMail(site.resend, account.email, { count: 2 }));
}

function press({ cookie, flow }: Opened, headers: Record<string, string> = {}) {
  return site.post(NOT_ME, { flow }, { headers: { cookie, ...headers } });
}

async function sessionsEndedAt({ username }: TestAccount): Promise<number> {
  const row = await site.database
    .prepare('SELECT sessions_valid_after AS at FROM accounts WHERE id = ?')
    .bind(username)
    .first<{ at: number | null }>();
  return row?.at ?? 0;
}

beforeEach(() => {
  site.resend.clear();
});

describe('the way from the notice back into the account', () => {
  test('the button ends sessions, voids older links and brings a mail whose link sets a new password', async () => {
    const account = await addAccount(site);
    const notice = await changeByStranger(account);
    const old = await open(await askForLink(account, 3));
    const before = await sessionsEndedAt(account);
    const pressed = await press(await open(notice));
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/en/account/not-me/done/']);
    const mail = await waitForMail(site.resend, account.email, { count: 4 });
    expect(mail.text).toContain('You told us that it was not you');
    expect((await open(new URL(`${NEW_PASSWORD}?token=${old.cookie.split('=')[1]}`, site.origin))).flow).toBe('');
    const { cookie, flow } = await open(requireTokenLink(mail));
    const saved = await site.post(NEW_PASSWORD, { flow, password: 'mine again, all mine' }, { headers: { cookie } });
    expect(saved.headers.get('location')).toBe('/en/account/password-changed/');
    await site.settle();
    expect(await sessionsEndedAt(account)).toBeGreaterThan(before);
    expect(site.events()).toContainEqual({ event: 'sessions.ended' });
  });

  test('G1 pressing it twice at once brings one mail, and its link works', async () => {
    const account = await addAccount(site);
    const opened = await open(await changeByStranger(account));
    const answers = await Promise.all([press(opened), press(opened), press(opened)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    await site.settle();
    expect(site.resend.inbox.filter(({ to }) => to.includes(account.email))).toHaveLength(3);
    const mail = await waitForMail(site.resend, account.email, { count: 3 });
    expect((await open(requireTokenLink(mail))).flow).not.toBe('');
  });

  test('the page after it is the same for everybody, and leads to what to do next', async () => {
    const page = await site.fetch('/es/account/not-me/done/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('href="/es/logging-in/hacked-account/"');
  });
});

describe('the link in the notice', () => {
  test('E14 leaves the address at once, and no page may be stored or referred to', async () => {
    const notice = await changeByStranger(await addAccount(site));
    const token = notice.searchParams.get('token') ?? '';
    const swap = await site.fetch(`${notice.pathname}${notice.search}`);
    expect([swap.status, swap.headers.get('location')]).toEqual([303, NOT_ME]);
    expect(swap.headers.get('referrer-policy')).toBe('no-referrer');
    expect(swap.headers.get('cache-control')).toBe('no-store');
    expect(swap.headers.getSetCookie()[0]).toMatch(/^notice=.*; HttpOnly; SameSite=Lax$/);
    const { html } = await open(notice);
    expect(html).not.toContain(token);
    expect(JSON.stringify(site.events())).not.toContain(token);
    await site.settle();
  });

  test('E8 does nothing by being opened: HEAD, five GETs, another device', async () => {
    const account = await addAccount(site);
    const notice = await changeByStranger(account);
    const link = await askForLink(account, 3);
    await site.settle();
    const before = await sessionsEndedAt(account);
    await site.fetch(`${notice.pathname}${notice.search}`, { method: 'HEAD' });
    for (let times = 0; times < 5; times += 1) await open(notice);
    expect((await open(link)).flow).not.toBe('');
    expect(await sessionsEndedAt(account)).toBe(before);
  });

  test('tells nothing of the account to who opens it', async () => {
    const account = await addAccount(site);
    const { html } = await open(await changeByStranger(account));
    expect(html).not.toContain(account.username);
    expect(html).not.toContain(account.email);
    await site.settle();
  });
});

describe('a button that must do nothing', () => {
  test.each(['', 'notice=', 'notice=undefined', `notice=${'A'.repeat(43)}`])(
    'E6 with the cookie "%s"',
    async (cookie) => {
      const response = await press({ cookie, flow: 'any', html: '' });
      expect(response.status).toBe(400);
      const html = await response.text();
      expect(html).toContain('This link does not work');
      expect(html).toMatch(/href="\/en\/(?:account\/reset|account\/not-me)\/"/);
    },
  );

  test('E7 with the cookie of one notice and the form of another', async () => {
    const [mine, other] = [await addAccount(site), await addAccount(site)];
    const opened = await open(await changeByStranger(mine));
    const { flow } = await open(await changeByStranger(other));
    expect((await press({ ...opened, flow })).status).toBe(400);
    await site.settle();
    expect(site.resend.inbox).toHaveLength(4);
  });

  test('H1 from another site', async () => {
    const account = await addAccount(site);
    const opened = await open(await changeByStranger(account));
    const response = await press(opened, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('nothing was done');
    await site.settle();
    expect(site.resend.inbox).toHaveLength(2);
  });

  test('after its week', async () => {
    const opened = await open(await changeByStranger(await addAccount(site)));
    await site.settle();
    await site.passTime(7 * 86_400);
    const response = await press(opened);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('This link is too old');
  });
});

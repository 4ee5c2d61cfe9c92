/** Whole flows with values that nothing else holds; then every line and every row that they left is searched for them. */
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { eventToDataPoint } from '../../functions/event-columns';
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { codeIn, waitForText } from '../fakes/twilio';
import { addAccount, type TestAccount } from '../harness/accounts';
import { cookieOf, otherThan } from '../harness/code-visitor';
import { useSite } from '../harness/worker';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const dataset = {
  name: 'dataset',
  main: 'test/fakes/dataset-worker.ts',
  compatibility_date: '2026-10-01',
};
const site = useSite(
  { TEXT_MESSAGES: 'twilio', RESEND_WEBHOOK_SECRET: secret },
  { workers: [{ config: dataset }], bindings: { EVENTS: dataset.name } },
);

const secrets: string[] = [];
const headers = { 'CF-Connecting-IP': '2001:db8:5ec:7e7::1', 'User-Agent': 'Zanzibrowser/77 (Android; Zanziphone)' };

/** Whatever must not be found afterwards. */
function keep(value: string): string {
  if (value !== '') secrets.push(value);
  return value;
}

async function addSecretAccount(name: string, displayName?: string): Promise<TestAccount> {
  const facts = { username: `${name}-zanzi`, email: `${name}.mailbox@zanzi.example`, displayName };
  const account = await addAccount(site, facts);
  for (const value of [account.username, account.email, account.phone, account.phone.slice(3)]) keep(value);
  return account;
}

/** Opens a mailed link as a browser does. */
async function open({ pathname, search, searchParams }: URL) {
  keep(searchParams.get('token') ?? '');
  const cookie = cookieOf(await site.fetch(`${pathname}${search}`, { headers }));
  const html = await (await site.fetch(pathname, { headers: { ...headers, cookie } })).text();
  return { cookie, flow: keep(/name="flow" value="([^"]+)"/.exec(html)?.[1] ?? '') };
}

/** By mail: a provider that fails first, a refused password, a good one, the link once more, and "This was not me". */
async function recoverByMail(account: TestAccount) {
  site.resend.failNext({ type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 1 });
  await site.post('/en/account/reset/', { identifier: account.email }, { headers });
  const { cookie, flow } = await open(requireTokenLink(await waitForMail(site.resend, account.email)));
  const change = async (password: string) => {
    const fields = { flow, password: keep(password) };
    const answer = await site.post('/en/account/new-password/', fields, { headers: { ...headers, cookie } });
    return answer.status;
  };
  expect(await change('zanzi shrt')).toBe(400);
  expect(await change('quiet zanzi otters')).toBe(303);
  expect(await change('other zanzi otters')).toBe(400);
  const notice = await open(requireTokenLink(await waitForMail(site.resend, account.email, { count: 2 })));
  await site.post('/en/account/not-me/', { flow: notice.flow }, { headers: { ...headers, cookie: notice.cookie } });
  await waitForMail(site.resend, account.email, { count: 3 });
}

/** By text message: a wrong code, then the right one. */
async function recoverByText({ phone }: TestAccount) {
  const cookie = cookieOf(await site.post('/en/account/reset/', { identifier: phone, country: 'GB' }, { headers }));
  const code = keep(codeIn(await waitForText(site.twilio, phone)));
  for (const entered of [keep(otherThan(code)), code]) {
    await site.post('/en/account/reset/code/', { code: entered }, { headers: { ...headers, cookie } });
  }
}

/** What is asked for in vain: nobody, too often, what is no identifier, and a link that was made up. */
async function askInVain() {
  const nobody = keep('nobody-zanzi');
  for (let times = 0; times < 7; times += 1) {
    await site.post('/en/account/reset/', { identifier: nobody, request: `n-${times}` }, { headers });
  }
  await site.post('/en/account/reset/', { identifier: keep('two zanzi words@') }, { headers });
  await open(new URL(`/en/account/new-password/?token=${'Zanzi'.repeat(8)}abc`, site.origin));
}

/** The provider tells of a mail, with its address. */
async function tellOfBounce(account: TestAccount) {
  const body = JSON.stringify({ type: 'email.bounced', data: { to: [account.email], bounce: { type: 'Permanent' } } });
  const now = new Date(Math.floor(Date.now() / 1000) * 1000);
  const id = keep('msg_zanzi');
  const signed = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(now.getTime() / 1000),
    'svix-signature': new Webhook(secret).sign(id, now, body),
  };
  expect((await site.fetch('/hooks/resend/', { method: 'POST', body, headers: signed })).status).toBe(204);
}

/** The rows that have come: a Worker in the place of a dataset loses some, since nobody waits for rows. */
async function rowsOf(): Promise<readonly AnalyticsEngineDataPoint[]> {
  const { EVENTS } = (await site.environment()) as { EVENTS: Fetcher };
  return (await (await EVENTS.fetch('http://dataset/')).json()) as AnalyticsEngineDataPoint[];
}

test('E14 no line and no row holds an identifier, an address, a token, a code or a password', async () => {
  const maria = await addSecretAccount('maria', keep('Maria Zanzibari'));
  await recoverByMail(maria);
  await recoverByText(await addSecretAccount('joan'));
  await askInVain();
  await tellOfBounce(maria);
  await site.settle();

  const events = site.events();
  const names = events.map(({ event }) => event);
  expect([...new Set(names)].toSorted()).toEqual([
    ...['code.issued', 'code.tried', 'link.closed', 'link.issued', 'link.opened', 'link.redeemed', 'mail.bounced'],
    ...['mail.delayed', 'mail.sent', 'mail.skipped', 'notice.disowned', 'notice.opened', 'password.refused'],
    ...['reset.admitted', 'reset.locked', 'reset.refused', 'reset.requested', 'sessions.ended', 'text.sent'],
  ]);
  const rows = await rowsOf();
  const due = events.map(eventToDataPoint);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(due).toContainEqual(row);
  const written = JSON.stringify([events, rows, due]).toLowerCase();
  for (const value of ['zanzi', '2001:db8', ...secrets]) {
    expect(written.includes(value.toLowerCase()), value).toBe(false);
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { type FakePwnedPasswords, startFakePwnedPasswords } from '../../fakes/pwned-passwords';
import { type ReferenceAccounts, startReferenceAccounts } from '../../fakes/reference-accounts';
import { type FakeScim, startFakeScim } from '../../fakes/scim';
import { startScriptedAccounts } from '../../fakes/scripted-accounts';
import { newVisitor } from '../../harness/accounts';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/account/new-password/';
const GOOD = 'seven quiet rivers';

const ask = (identifier: string) => site.post('/en/account/reset/', { identifier }, { headers: newVisitor() });

/** From the mail to the answer of the form. */
async function saveBy(email: string, password: string): Promise<Response> {
  const link = requireTokenLink(await waitForMail(site.resend, email));
  const swap = await site.fetch(`${link.pathname}${link.search}`);
  const cookie = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await site.fetch(FORM, { headers: { cookie } });
  const flow = /name="flow" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return site.post(FORM, { password, flow }, { headers: { cookie } });
}

beforeEach(() => site.resend.clear());

describe("a reset in the operator's own system", () => {
  let reference: ReferenceAccounts;
  beforeAll(async () => {
    reference = await startReferenceAccounts();
    reference.reset([
      {
        ref: '1',
        username: 'Inés',
        usernameKey: 'inés',
        email: 'ines@example.org',
        emailKey: 'ines@example.org',
        status: 'active',
      },
      {
        ref: '2',
        username: 'Omar',
        usernameKey: 'omar',
        email: 'omar@example.org',
        emailKey: 'omar@example.org',
        status: 'disabled',
      },
    ]);
    await site.configure({
      ACCOUNT_SYSTEM: 'webhook',
      ACCOUNTS_URL: reference.url,
      ACCOUNTS_SECRET: reference.secret,
      ACCOUNT_CAPABILITIES: 'end-sessions',
    });
  });
  afterAll(() => reference[Symbol.asyncDispose]());

  test('sets the password there, ends the sessions there, and tells the owner', async () => {
    await ask('inés');
    expect((await saveBy('ines@example.org', GOOD)).status).toBe(303);
    expect(reference.hasPassword('1', GOOD)).toBe(true);
    expect(reference.haveSessionsEnded('1')).toBe(true);
    expect((await waitForMail(site.resend, 'ines@example.org', { count: 2 })).subject).toContain(
      'password was changed',
    );
  });

  test('A2 sends nothing to an account that is disabled there', async () => {
    await ask('omar@example.org');
    await site.settle();
    expect(site.resend.inbox).toEqual([]);
  });

  test('A6 is answered like any other while that system is broken, and is not lost', async () => {
    const healthy = await ask('nobody-there');
    const operator = await startScriptedAccounts();
    await site.configure({ ACCOUNTS_URL: operator.origin, ACCOUNTS_SECRET: operator.secret });
    const account = { ref: '3', username: 'lior', email: 'lior@example.org', status: 'active' };
    operator.script((response) => void response.writeHead(404).end(), {
      body: { type: 'accounts', accounts: [account] },
    });
    const broken = await ask('lior');
    expect([broken.status, broken.headers.get('location'), await broken.text()]).toEqual([
      healthy.status,
      healthy.headers.get('location'),
      await healthy.text(),
    ]);
    await waitForMail(site.resend, 'lior@example.org', { timeoutMilliseconds: 25_000 });
    expect(site.events()).toContainEqual({ event: 'part.failed', part: 'account-system', during: 'find-account' });
    await operator[Symbol.asyncDispose]();
  });
});

describe('a reset in a SCIM server', () => {
  let server: FakeScim;
  beforeAll(async () => {
    const users = [{ id: 'a1', userName: 'Ayşe', emails: [{ value: 'ayse@bücher.example', primary: true }] }];
    server = await startFakeScim(users, { passwordMin: 17 });
    await site.configure({
      ACCOUNT_SYSTEM: 'scim',
      SCIM_URL: server.url,
      SCIM_TOKEN: server.token,
      ACCOUNT_CAPABILITIES: '',
    });
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test('C5 finds the account by either form of its address, and hands on what the server refuses', async () => {
    await ask('ayse@xn--bcher-kva.example');
    const refused = await saveBy('ayse@xn--bcher-kva.example', 'sixteen letters!');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('not accepted for your account');
    expect((await saveBy('ayse@xn--bcher-kva.example', GOOD)).status).toBe(303);
    expect(server.passwordOf('a1')).toBe(GOOD);
  });
});

describe('a new password that may be stolen', () => {
  let list: FakePwnedPasswords;
  beforeAll(async () => {
    list = await startFakePwnedPasswords({ 'correct horse battery staple': 384 });
    await site.configure({ ACCOUNT_SYSTEM: 'd1', BREACH_LIST: list.origin });
  });
  afterAll(() => list[Symbol.asyncDispose]());

  test('is refused with the reason, and the link goes on working', async () => {
    await ask('maya');
    const refused = await saveBy('maya@example.com', 'correct horse battery staple');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('list of stolen passwords');
    expect((await saveBy('maya@example.com', GOOD)).status).toBe(303);
  });

  test('I5 is accepted when the list does not answer in time, and that is an event', async () => {
    list.answerWith(() => {});
    await ask('sora_t');
    expect((await saveBy('sora@example.com', 'correct horse battery staple')).status).toBe(303);
    expect(site.events()).toContainEqual({ event: 'part.failed', part: 'breach-list', during: 'judge-password' });
  });
});

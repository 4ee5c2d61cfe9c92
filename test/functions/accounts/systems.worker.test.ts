import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { type FakePwnedPasswords, sha1, startFakePwnedPasswords } from '../../fakes/pwned-passwords';
import { type ReferenceAccounts, startReferenceAccounts } from '../../fakes/reference-accounts';
import { type FakeScim, startFakeScim } from '../../fakes/scim';
import { type Step, startScriptedAccounts } from '../../fakes/scripted-accounts';
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

  test.each<[string, readonly Step[]]>([
    ['does not know the question', [(response) => void response.writeHead(404).end()]],
    ['is broken', Array<Step>(2).fill((response) => void response.writeHead(500).end())],
    ['does not answer in time', Array<Step>(2).fill(() => {})],
  ])(
    'A6 that %s is answered like any other, and not lost',
    async (_, broken) => {
      const healthy = await ask('nobody-there');
      await site.settle();
      const before = site.events().length;
      const operator = await startScriptedAccounts();
      await site.configure({ ACCOUNTS_URL: operator.origin, ACCOUNTS_SECRET: operator.secret });
      const username = `lior-${randomUUID()}`;
      const account = { ref: username, username, email: `${username}@example.org`, status: 'active' };
      operator.script(...broken, { body: { type: 'accounts', accounts: [account] } });
      const answer = await ask(username);
      expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([
        healthy.status,
        healthy.headers.get('location'),
        await healthy.text(),
      ]);
      await waitForMail(site.resend, account.email, { timeoutMilliseconds: 40_000 });
      await site.settle();
      const failed = { event: 'part.failed', part: 'account-system', during: 'find-account' };
      expect(site.events().slice(before)).toContainEqual(failed);
      expect(site.resend.inbox).toHaveLength(1);
      await operator[Symbol.asyncDispose]();
      await site.configure({ ACCOUNTS_URL: reference.url, ACCOUNTS_SECRET: reference.secret });
    },
    60_000,
  );
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

  test('I5 sends no more of it than five characters of its hash', () => {
    expect(list.received.length).toBeGreaterThan(0);
    const rest = sha1('correct horse battery staple').slice(5);
    for (const request of list.received) {
      expect((JSON.parse(request) as { url: string }).url).toMatch(/^\/range\/[0-9A-F]{5}$/);
      expect(request).not.toContain(rest);
      expect(request).not.toContain('correct');
    }
  });
});

/** What a form's post waits for before it is answered: between the built Worker and everything around it stands a spy. */
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../src/shared/limits';
import { type LocalServer, startLocalServer } from '../fakes/local-server';
import { type ReferenceAccounts, startReferenceAccounts } from '../fakes/reference-accounts';
import { newNumber } from '../harness/accounts';
import { CODE, codeVisitorOf, cookieOf, RESET } from '../harness/code-visitor';
import { useSite } from '../harness/worker';

const SPY_PATH = '/platform-spy/';

const spy = {
  name: 'platform-spy',
  main: 'test/fakes/platform-spy-worker.ts',
  compatibility_date: '2026-10-01',
  routes: [`localhost${SPY_PATH}`],
  kv_namespaces: [{ binding: 'RECOVERY', id: 'recovery' }],
  ratelimits: [{ name: 'BURST', namespace_id: '1001', simple: { limit: 30, period: 60 as const } }],
  durable_objects: { bindings: [{ name: 'GATE', class_name: 'Gate', script_name: 'latchkey' }] },
};

const site = useSite(
  { TEXT_MESSAGES: 'twilio' },
  {
    workers: [{ config: spy }],
    bindings: Object.fromEntries(['RECOVERY', 'BURST', 'GATE', 'RESETS'].map((name) => [name, spy.name])),
  },
);
const { post, enter } = codeVisitorOf(site);

const ines = {
  ref: '1',
  username: 'ines',
  usernameKey: 'ines',
  email: 'ines@example.org',
  emailKey: 'ines@example.org',
  phone: newNumber(),
  status: 'active',
} as const;
const omar = { ref: '2', username: 'omar', usernameKey: 'omar', email: 'omar@example.org', status: 'active' } as const;

let accounts: ReferenceAccounts;
let line: LocalServer;
let questions: string[];

beforeAll(async () => {
  accounts = await startReferenceAccounts();
  accounts.reset([ines, omar]);
  line = await startLocalServer(async (request, response) => {
    const body = await text(request);
    questions.push(body);
    const answer = await fetch(accounts.url, { method: 'POST', headers: request.headers as HeadersInit, body });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await site.configure({
    ACCOUNT_SYSTEM: 'webhook',
    ACCOUNTS_URL: line.origin,
    ACCOUNTS_SECRET: accounts.secret,
    ACCOUNT_CAPABILITIES: 'phone',
  });
});
afterAll(async () => {
  await line[Symbol.asyncDispose]();
  await accounts[Symbol.asyncDispose]();
});
beforeEach(() => {
  questions = [];
});

/** The calls of the platform until the answer, in order. */
async function callsDuring(send: () => Promise<Response>): Promise<string[]> {
  const takeCalls = async () => (await (await site.fetch(SPY_PATH)).json()) as string[];
  await takeCalls();
  await (await send()).text();
  return takeCalls();
}

describe('an identifier with an account and one without', () => {
  test('A1 A8 await the same calls when a reset is asked for, and the account system is not among them', async () => {
    for (const identifier of [ines.username, ines.email, ines.phone, 'nobody', 'nobody@example.org', newNumber()]) {
      const calls = await callsDuring(() => post(RESET, { identifier }));
      expect(calls, identifier).toEqual(['BURST.limit', 'RECOVERY.get', 'GATE.admit', 'RESETS.send']);
    }
    expect(questions).toEqual([]);
  });

  test('A7 A8 await the same calls when they are locked', async () => {
    for (const identifier of [omar.username, 'missing.person']) {
      for (let count = 0; count < limits.REQUESTS_BEFORE_LOCK; count += 1) await post(RESET, { identifier });
      const [first, later] = [
        await callsDuring(() => post(RESET, { identifier })),
        await callsDuring(() => post(RESET, { identifier })),
      ];
      expect(first, identifier).toEqual(['BURST.limit', 'RECOVERY.get', 'GATE.admit', 'RECOVERY.put']);
      expect(later, identifier).toEqual(['BURST.limit', 'RECOVERY.get']);
    }
    expect(questions).toEqual([]);
  });

  test('A8 await the same calls when a code is tried', async () => {
    for (const identifier of [ines.phone, newNumber()]) {
      const cookie = cookieOf(await post(RESET, { identifier }));
      expect(await callsDuring(() => enter('123456', cookie)), identifier).toEqual(['BURST.limit', 'GATE.tryCode']);
      const elsewhere = await callsDuring(() => post(CODE, { identifier, code: '123456' }));
      expect(elsewhere, identifier).toEqual(['BURST.limit', 'RECOVERY.get', 'GATE.admit', 'GATE.tryCode']);
    }
    expect(questions).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linksIn, requireTokenLink, waitForMail } from './mailbox';
import { type FakeResend, type FakeResendOptions, startFakeResend } from './resend';
import { type ResendErrorName, resendErrors } from './resend-rules';

const mail = {
  from: 'Acme <help@mail.example>',
  to: 'ana@example.org',
  subject: 'Hello',
  text: 'Hi',
  html: '<p>Hi</p>',
};

let now = 0;
let resend: FakeResend;

async function restart(options: FakeResendOptions): Promise<void> {
  await resend.stop();
  resend = await startFakeResend(options);
}

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22);
  resend = await startFakeResend({ now: () => now });
});

afterEach(() => resend.stop());

function post(body: unknown, headers: Record<string, string | undefined> = {}, path = '/emails'): Promise<Response> {
  const all = {
    authorization: `Bearer ${resend.apiKey}`,
    'content-type': 'application/json',
    'user-agent': 'test',
    ...headers,
  };
  const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return fetch(`${resend.url}${path}`, {
    method: 'POST',
    headers: set,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(300),
  });
}

async function expectError(answer: Promise<Response>, name: ResendErrorName): Promise<void> {
  const response = await answer;
  expect(await response.json()).toMatchObject({ name, statusCode: response.status });
  expect(response.status).toBe(resendErrors[name].statusCode);
}

describe('the fake takes what Resend takes', () => {
  test('a mail is answered with its id and lies in the inbox', async () => {
    const response = await post(mail);
    expect(response.status).toBe(200);
    const { id } = (await response.json()) as { id: string };
    expect(resend.inbox).toEqual([expect.objectContaining({ id, subject: 'Hello', to: ['ana@example.org'] })]);
  });

  test('a sender may be an address alone, and there may be several recipients', async () => {
    const response = await post({ ...mail, from: 'help@mail.example', to: ['ana@example.org', 'ben@example.org'] });
    expect(response.status).toBe(200);
    expect(resend.inbox[0]?.to).toEqual(['ana@example.org', 'ben@example.org']);
  });
});

describe('the fake refuses what Resend refuses', () => {
  test.each<[string, Record<string, unknown>, ResendErrorName]>([
    ['no sender', { ...mail, from: undefined }, 'missing_required_field'],
    ['no recipient', { ...mail, to: undefined }, 'missing_required_field'],
    ['no subject', { ...mail, subject: undefined }, 'missing_required_field'],
    ['neither text nor HTML', { ...mail, text: undefined, html: undefined }, 'missing_required_field'],
    ['a sender without an address', { ...mail, from: 'Acme' }, 'invalid_from_address'],
    ['a sender with a line break', { ...mail, from: 'Acme\r\nBcc: x <help@mail.example>' }, 'invalid_from_address'],
    ['two recipients in one string', { ...mail, to: 'ana@example.org,ben@example.org' }, 'validation_error'],
    ['an empty list of recipients', { ...mail, to: [] }, 'validation_error'],
    ['51 recipients', { ...mail, to: Array(51).fill('ana@example.org') }, 'validation_error'],
    ['a subject with a line break', { ...mail, subject: 'Hello\nBcc: x@example.org' }, 'validation_error'],
    ['a header with a line break', { ...mail, headers: { 'X-A': 'a\r\nBcc: x' } }, 'validation_error'],
    ['a header whose name is none', { ...mail, headers: { 'X A:': 'a' } }, 'validation_error'],
    ['a field that it does not know', { ...mail, replyTo: 'ana@example.org' }, 'validation_error'],
    ['a list instead of a mail', [mail] as never, 'validation_error'],
  ])('%s', async (_, body, name) => {
    await expectError(post(body), name);
    expect(resend.inbox).toEqual([]);
  });

  test.each<[string, Record<string, string | undefined>, ResendErrorName]>([
    ['no key', { authorization: undefined }, 'missing_api_key'],
    ['another key', { authorization: 'Bearer re_other' }, 'invalid_api_key'],
    ['a body that is not JSON by its type', { 'content-type': 'text/plain' }, 'validation_error'],
    ['an idempotency key of 257 characters', { 'idempotency-key': 'k'.repeat(257) }, 'invalid_idempotency_key'],
  ])('%s', async (_, headers, name) => {
    await expectError(post(mail, headers), name);
    expect(resend.inbox).toEqual([]);
  });

  test('a body that is not JSON', () => expectError(post('{'), 'validation_error'));
  test('another path', () => expectError(post(mail, {}, '/mails'), 'not_found'));
});

describe('one idempotency key sends one mail', () => {
  const key = { 'idempotency-key': 'reset-1' };

  test('the same request again gets the same id', async () => {
    const first = await (await post(mail, key)).json();
    expect(await (await post(mail, key)).json()).toEqual(first);
    expect(resend.inbox).toHaveLength(1);
    expect(resend.attempts.map(({ outcome }) => outcome)).toEqual(['sent', 'replayed']);
  });

  test('another body under the key is refused', async () => {
    await post(mail, key);
    await expectError(post({ ...mail, text: 'Hi!' }, key), 'invalid_idempotent_request');
  });

  test('a request that was refused does not use up the key', async () => {
    await post({ ...mail, subject: '' }, key);
    expect((await post(mail, key)).status).toBe(200);
  });

  test('a second request while the first is in progress is told so', async () => {
    resend.failNext({ type: 'hang', accepts: false });
    const first = post(mail, key);
    await expect.poll(() => resend.attempts.length).toBe(1);
    await expectError(post(mail, key), 'concurrent_idempotent_requests');
    await expect(first).rejects.toThrow();
    await expect.poll(async () => (await post(mail, key)).status).toBe(200);
  });

  test('after 24 hours the key is forgotten', async () => {
    await post(mail, key);
    now += 86_400_000 - 1;
    await post(mail, key);
    expect(resend.inbox).toHaveLength(1);
    now += 1;
    await post(mail, key);
    expect(resend.inbox).toHaveLength(2);
  });
});

describe('the fake fails on command', () => {
  test('an error is answered once, with the wait that was scripted', async () => {
    resend.failNext({ type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 7 });
    const response = await post(mail);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await post(mail)).status).toBe(200);
  });

  test.each([true, false])('a dropped connection, accepted: %s', async (accepts) => {
    resend.failNext({ type: 'drop', accepts });
    await expect(post(mail)).rejects.toThrow();
    expect(resend.inbox).toHaveLength(accepts ? 1 : 0);
  });

  test.each([true, false])('a page instead of an answer, accepted: %s', async (accepts) => {
    resend.failNext({ type: 'html', accepts });
    const response = await post(mail);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(resend.inbox).toHaveLength(accepts ? 1 : 0);
  });

  test('the same seed fails the same requests', async () => {
    const plan = { seed: 7, rate: 0.5, failures: [{ type: 'error', name: 'application_error' }] } as const;
    const run = async () => {
      resend.failAtRandom(plan);
      const statuses = [];
      for (let index = 0; index < 12; index++) statuses.push((await post(mail)).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await run()).toEqual(first);
  });
});

describe('the fake has limits', () => {
  test('more mails than a day allows are refused until the day is over', async () => {
    await restart({ mailsPerDay: 1, now: () => now });
    await post(mail);
    await expectError(post(mail), 'daily_quota_exceeded');
    now += 86_400_000;
    expect((await post(mail)).status).toBe(200);
  });

  test('more requests than a second allows are refused, and told to wait', async () => {
    await restart({ requestsPerSecond: 1, now: () => now });
    await post(mail);
    const response = await post(mail);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
    now += 1000;
    expect((await post(mail)).status).toBe(200);
  });
});

describe('a reader of the mailbox', () => {
  test('finds the one link with a token', async () => {
    const text = 'Choose:\nhttps://help.example/en/?token=abc\n\nHelp\nhttps://help.example/en/\n';
    await post({ ...mail, text });
    const received = await waitForMail(resend, 'ana@example.org');
    expect(linksIn(received)).toHaveLength(2);
    expect(requireTokenLink(received).searchParams.get('token')).toBe('abc');
  });

  test('is told what came instead', async () => {
    resend.failNext({ type: 'error', name: 'application_error' });
    await post(mail);
    await expect(waitForMail(resend, 'ana@example.org', { timeoutMilliseconds: 30 })).rejects.toThrow(
      'application_error',
    );
  });
});

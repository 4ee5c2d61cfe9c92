import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Mailer, RenderedMail, SendResult } from '../../../functions/mail/port';
import { resendMailer } from '../../../functions/mail/resend';
import { type FakeResend, startFakeResend } from '../../fakes/resend';
import type { ResendErrorName } from '../../fakes/resend-rules';

const mail: RenderedMail = { locale: 'ar', subject: 'مرحبًا', text: 'نص', html: '<p>نص</p>' };
const to = 'ana@example.org';

let resend: FakeResend;
/** As patient as in operation: a busy machine is no failure. */
let mailer: Mailer;
/** For who is expected to hang. */
let impatient: Mailer;

beforeEach(async () => {
  resend = await startFakeResend({ mailsPerDay: 3 });
  const settings = { apiKey: resend.apiKey, from: 'Acme Help <help@mail.example>', baseUrl: resend.url };
  mailer = resendMailer(settings);
  impatient = resendMailer({ ...settings, timeoutMilliseconds: 100 });
});

afterEach(() => resend.stop());

/** Sends once into a failure, then again under the same key. */
async function sendTwice(first: Mailer = mailer): Promise<[SendResult, SendResult]> {
  return [await first.send(mail, to, 'reset-1'), await mailer.send(mail, to, 'reset-1')];
}

describe('a mail that goes out', () => {
  test('carries both parts, its language, and the sender of the configuration', async () => {
    const result = await mailer.send(mail, to, 'reset-1');
    const [received] = resend.inbox;
    expect(result).toEqual({ type: 'sent', id: received?.id });
    expect(received).toMatchObject({ from: 'Acme Help <help@mail.example>', to: [to], subject: 'مرحبًا', text: 'نص' });
    expect(received?.headers['Content-Language']).toBe('ar');
  });

  test('C5 goes to the punycode of a domain, which every mail server knows', async () => {
    await mailer.send(mail, 'Maria@Bücher.example', 'reset-1');
    expect(resend.inbox[0]?.to).toEqual(['Maria@xn--bcher-kva.example']);
  });

  test('says that a machine sent it, so that no holiday notice answers', async () => {
    await mailer.send(mail, to, 'reset-1');
    expect(resend.inbox[0]?.headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    });
  });

  test('is not grouped with other mails, and does not give its key away', async () => {
    await mailer.send(mail, to, 'reset-1');
    await mailer.send(mail, to, 'reset-2');
    const [first, second] = resend.inbox.map(({ headers }) => headers['X-Entity-Ref-ID']);
    expect(first).not.toBe(second);
    expect(first).not.toContain('reset-1');
  });

  test('asks for no answer address and no tracking', async () => {
    await mailer.send(mail, to, 'reset-1');
    const { reply_to, tags, cc, bcc } = resend.inbox[0] ?? {};
    expect([reply_to, tags, cc, bcc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('G2 sent again under the same key, it has the same Resend id and arrives once', async () => {
    const [first, second] = await sendTwice();
    expect(first.type).toBe('sent');
    expect(second).toEqual(first);
    expect(resend.inbox).toHaveLength(1);
  });
});

describe('G3 an answer that is lost', () => {
  test.each(['hang', 'drop'] as const)(
    '%s: the mail was taken, the second try does not send it twice',
    async (type) => {
      resend.failNext({ type, accepts: true });
      const [first, second] = await sendTwice(type === 'hang' ? impatient : mailer);
      expect(first).toEqual({ type: 'retry', reason: 'no-answer' });
      expect(second).toEqual({ type: 'sent', id: resend.inbox[0]?.id });
      expect(resend.inbox).toHaveLength(1);
    },
  );

  test.each(['hang', 'drop', 'html'] as const)('%s: the mail was not taken, the second try sends it', async (type) => {
    resend.failNext({ type, accepts: false });
    const [first, second] = await sendTwice(type === 'hang' ? impatient : mailer);
    expect(first).toEqual({ type: 'retry', reason: 'no-answer' });
    expect(second.type).toBe('sent');
    expect(resend.inbox).toHaveLength(1);
  });

  test('a 200 with HTML is no success, even when the mail was taken', async () => {
    resend.failNext({ type: 'html', accepts: true });
    const [first, second] = await sendTwice();
    expect(first).toEqual({ type: 'retry', reason: 'no-answer' });
    expect(second).toEqual({ type: 'sent', id: resend.inbox[0]?.id });
  });

  test('a provider that hangs is given up in time', async () => {
    resend.failNext({ type: 'hang', accepts: false });
    const start = performance.now();
    await impatient.send(mail, to, 'reset-1');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a provider that is not there is retried', async () => {
    await resend.stop();
    expect(await mailer.send(mail, to, 'reset-1')).toEqual({ type: 'retry', reason: 'no-answer' });
    resend = await startFakeResend();
  });
});

describe('an error', () => {
  const cases: [ResendErrorName, SendResult][] = [
    ['daily_quota_exceeded', { type: 'retry', reason: 'quota' }],
    ['monthly_quota_exceeded', { type: 'retry', reason: 'quota' }],
    ['rate_limit_exceeded', { type: 'retry', reason: 'too-fast' }],
    ['concurrent_idempotent_requests', { type: 'retry', reason: 'busy' }],
    ['invalid_idempotent_request', { type: 'rejected', reason: 'key-reused' }],
    ['missing_api_key', { type: 'retry', reason: 'configuration' }],
    ['restricted_api_key', { type: 'retry', reason: 'configuration' }],
    ['invalid_api_key', { type: 'retry', reason: 'configuration' }],
    ['invalid_from_address', { type: 'retry', reason: 'configuration' }],
    ['security_error', { type: 'retry', reason: 'configuration' }],
    ['not_found', { type: 'retry', reason: 'configuration' }],
    ['validation_error', { type: 'rejected', reason: 'refused' }],
    ['missing_required_field', { type: 'rejected', reason: 'refused' }],
    ['invalid_idempotency_key', { type: 'rejected', reason: 'refused' }],
    ['application_error', { type: 'retry', reason: 'unavailable' }],
    ['internal_server_error', { type: 'retry', reason: 'unavailable' }],
  ];

  test.each(cases)('%s is judged', async (name, result) => {
    resend.failNext({ type: 'error', name });
    expect(await mailer.send(mail, to, 'reset-1')).toEqual(result);
    expect(resend.inbox).toEqual([]);
  });

  test('G4 429: the wait that was told is handed on', async () => {
    resend.failNext({ type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 7 });
    const [first, second] = await sendTwice();
    expect(first).toEqual({ type: 'retry', reason: 'too-fast', afterSeconds: 7 });
    expect(second.type).toBe('sent');
  });

  test('G5 quota: nothing goes out, and nothing is rejected', async () => {
    for (const key of ['1', '2', '3']) await mailer.send(mail, to, key);
    expect(await mailer.send(mail, to, '4')).toEqual({ type: 'retry', reason: 'quota' });
    expect(resend.inbox).toHaveLength(3);
  });

  test('another mail under a key that was used is not sent', async () => {
    await mailer.send(mail, to, 'reset-1');
    const result = await mailer.send({ ...mail, text: 'other' }, to, 'reset-1');
    expect(result).toEqual({ type: 'rejected', reason: 'key-reused' });
    expect(resend.inbox).toHaveLength(1);
  });
});

describe('an answer that is not Resend’s', () => {
  test.each(['null', '[]', '"ok"', '{}', '{"id":7}', '{"error":"nope"}'])('200 with %s is retried', async (body) => {
    const server = createServer((_, response) => response.writeHead(200).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const stranger = resendMailer({ apiKey: 'k', from: 'a@b.example', baseUrl: `http://127.0.0.1:${port}` });
    expect(await stranger.send(mail, to, 'reset-1')).toEqual({ type: 'retry', reason: 'unreadable' });
    server.closeAllConnections();
    server.close();
  });
});

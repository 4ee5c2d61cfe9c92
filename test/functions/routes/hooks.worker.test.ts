import { randomBytes, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { useSite } from '../../harness/worker';

const HOOK = '/hooks/resend/';
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const nextSecret = `whsec_${randomBytes(32).toString('base64')}`;
const site = useSite({ RESEND_WEBHOOK_SECRET: `${secret} ${nextSecret}` });

interface Signing {
  readonly id?: string;
  readonly at?: number;
  readonly secret?: string;
}

/** What Resend says of a mail, with the facts of it that must not be kept. */
function bodyOf(type: string, data: object = {}): string {
  const mail = {
    email_id: randomUUID(),
    from: 'help@mail.example',
    to: ['maria.secret@example.org'],
    subject: 'Reset',
  };
  return JSON.stringify({ type, created_at: new Date().toISOString(), data: { ...mail, ...data } });
}

function sign(body: string, { id = `msg_${randomUUID()}`, at = Date.now(), secret: key = secret }: Signing = {}) {
  const seconds = Math.floor(at / 1000);
  return {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': String(seconds),
    'svix-signature': new Webhook(key).sign(id, new Date(seconds * 1000), body),
  };
}

const send = (body: string, headers: Record<string, string>) => site.fetch(HOOK, { method: 'POST', body, headers });

/** Sends a signed message; returns the status and the events that it made. */
async function tell(body: string, signing?: Signing) {
  const before = site.events().length;
  const { status } = await send(body, sign(body, signing));
  return { status, events: site.events().slice(before) };
}

describe('what Resend says of a mail', () => {
  test.each([
    ['email.delivered', {}, { event: 'mail.delivered' }],
    ['email.bounced', { bounce: { type: 'Permanent', message: 'x' } }, { event: 'mail.bounced', bounce: 'permanent' }],
    ['email.bounced', { bounce: { type: 'New' } }, { event: 'mail.bounced', bounce: 'undetermined' }],
    ['email.complained', {}, { event: 'mail.complained' }],
    ['email.suppressed', { suppressed: { type: 'OnAccountSuppressionList' } }, { event: 'mail.suppressed' }],
    ['email.delivery_delayed', {}, { event: 'mail.deferred' }],
    ['email.failed', { failed: { reason: 'x' } }, { event: 'mail.failed' }],
    ['email.opened', {}, { event: 'hook.ignored' }],
  ])('%s with %j is recorded, without anything about the mail', async (type, data, event) => {
    expect(await tell(bodyOf(type, data))).toEqual({ status: 204, events: [event] });
  });

  test('is recorded once, however often and however many times at once it comes', async () => {
    const body = bodyOf('email.delivered');
    const id = `msg_${randomUUID()}`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(body, sign(body, { id }))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await tell(body, { id, at: Date.now() - 60_000 })).toEqual({
      status: 204,
      events: [{ event: 'hook.repeated' }],
    });
    const recorded = site.events().slice(-21);
    expect(recorded.filter(({ event }) => event === 'mail.delivered')).toHaveLength(1);
    expect(recorded.filter(({ event }) => event === 'hook.repeated')).toHaveLength(20);
  });

  test('is taken under either secret while one replaces the other', async () => {
    expect((await tell(bodyOf('email.delivered'), { secret: nextSecret })).status).toBe(204);
  });

  test('is taken up to five minutes late or early', async () => {
    for (const shift of [-290_000, 290_000]) {
      expect((await tell(bodyOf('email.delivered'), { at: Date.now() + shift })).status).toBe(204);
    }
  });
});

const unsigned = { event: 'hook.refused', problem: 'unsigned' };

describe('a message that is refused', () => {
  test.each([
    ['is signed with another secret', { secret: `whsec_${randomBytes(32).toString('base64')}` }],
    ['is older than five minutes', { at: Date.now() - 330_000 }],
    ['is from the future', { at: Date.now() + 330_000 }],
  ])('%s', async (_, signing) => {
    expect(await tell(bodyOf('email.delivered'), signing)).toEqual({ status: 401, events: [unsigned] });
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('has no %s', async (name) => {
    const body = bodyOf('email.delivered');
    const headers = Object.fromEntries(Object.entries(sign(body)).filter(([header]) => header !== name));
    expect((await send(body, headers)).status).toBe(401);
  });

  test.each(['svix-id', 'svix-timestamp', 'svix-signature'])('has a changed %s', async (name) => {
    const body = bodyOf('email.delivered');
    const headers: Record<string, string> = sign(body);
    const last = headers[name]?.slice(-2, -1);
    headers[name] = `${headers[name]?.slice(0, -2)}${last === '1' ? '2' : '1'}${headers[name]?.slice(-1)}`;
    expect((await send(body, headers)).status).toBe(401);
  });

  test('has one changed byte', async () => {
    const body = bodyOf('email.delivered');
    expect((await send(body.replace('delivered', 'deliverex'), sign(body))).status).toBe(401);
    expect((await send(`${body} `, sign(body))).status).toBe(401);
    expect((await send(`\uFEFF${body}`, sign(body))).status).toBe(401);
  });

  test.each([
    ['no JSON', '{'],
    ['no message', '[]'],
    ['nothing', ''],
  ])('is signed and %s', async (_, body) => {
    expect(await tell(body)).toEqual({ status: 400, events: [{ event: 'hook.refused', problem: 'malformed' }] });
  });

  test('is no JSON by its type', async () => {
    const body = bodyOf('email.delivered');
    const answer = await send(body, { ...sign(body), 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
  });

  test('B7 is larger than any of theirs', async () => {
    const large = bodyOf('email.delivered', { bounce: { message: 'x'.repeat(40_000) } });
    expect(await tell(large)).toEqual({ status: 413, events: [{ event: 'hook.refused', problem: 'too-large' }] });
  });
});

test('other methods are told which one is meant', async () => {
  const answer = await site.fetch(HOOK);
  expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([405, 'POST', '']);
});

test('no event holds an id, an address or a subject', () => {
  expect(JSON.stringify(site.events())).not.toMatch(/maria|example|msg_|Reset|whsec/);
});

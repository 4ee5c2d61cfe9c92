import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { createWebhookDesk } from '../../../functions/desk/webhook-desk';
import { type LocalServer, startLocalServer } from '../../fakes/local-server';
import { describeDesk, type Trouble, ticket } from './contract';

const secret = `whsec_${btoa('a secret of the tests, 32 bytes!')}`;
const statuses = { unavailable: 503, 'too-fast': 429, 'not-allowed': 401, refused: 422 } as const;

let server: LocalServer;
afterEach(() => server[Symbol.asyncDispose]());

/** The operator's side, as docs/desk-webhook.md asks for it: checks the signature, remembers ids. */
async function openServer() {
  const messages = new Map<string, string>();
  let next: Trouble | undefined;
  server = await startLocalServer(async (request, response) => {
    const body = await text(request);
    const trouble = next;
    next = undefined;
    if (trouble === 'silent') return void request.socket.destroy();
    if (trouble) return void response.writeHead(statuses[trouble], { 'Retry-After': '7' }).end();
    new Webhook(secret).verify(body, request.headers as Record<string, string>);
    messages.set(String(request.headers['webhook-id']), body);
    response.end();
  });
  return {
    messages,
    desk: createWebhookDesk({ url: server.origin, secrets: [secret], timeoutMilliseconds: 1000 }),
    trouble: (trouble: Trouble) => {
      next = trouble;
    },
    received: () => [...messages.values()],
  };
}

describeDesk('webhook', openServer);

test('an event has the fields that docs/desk-webhook.md names', async () => {
  const { desk, messages } = await openServer();
  await desk.send(ticket, 'key-1');
  expect(JSON.parse(messages.get('key-1') ?? '')).toEqual({
    type: 'ticket.opened',
    timestamp: '2026-11-22T14:05:00.000Z',
    data: {
      reference: '4829103756',
      number: 1,
      desk: 'urgent',
      topic: 'hacked',
      isUrgent: true,
      lang: 'ar',
      dir: 'rtl',
      email: 'maya@example.com',
      fields: ticket.fields,
    },
  });
});

test('while one secret replaces another, either one verifies', async () => {
  let signature = '';
  server = await startLocalServer((request, response) => {
    signature = String(request.headers['webhook-signature']);
    response.end();
  });
  const other = `whsec_${btoa('another secret of these tests, 32')}`;
  await createWebhookDesk({ url: server.origin, secrets: [secret, other] }).send(ticket, 'key-1');
  expect(signature.split(' ')).toHaveLength(2);
});

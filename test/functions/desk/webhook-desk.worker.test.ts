/** The desk by webhook, in the built Worker. */
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startLocalServer } from '../../fakes/local-server';
import { waitForMail } from '../../fakes/mailbox';
import { newVisitor } from '../../harness/accounts';
import { openForm } from '../../harness/contact';
import { eventually } from '../../harness/local-site';
import { useSite } from '../../harness/worker';

const secret = `whsec_${btoa('a secret of the tests, 32 bytes!')}`;
const FORM = '/ar/contact/hacked/';
const visitor = 'maya.new@example.com';

const site = useSite();
const events: unknown[] = [];
let desk: LocalServer;
let isDown = true;

beforeAll(async () => {
  desk = await startLocalServer(async (request, response) => {
    const body = await text(request);
    new Webhook(secret).verify(body, request.headers as Record<string, string>);
    if (!isDown) events.push(JSON.parse(body));
    response.writeHead(isDown ? 503 : 204, { 'Retry-After': '1' }).end();
    isDown = false;
  });
  await site.configure({ SUPPORT_DESK: 'webhook', DESK_URL: desk.origin, DESK_SECRET: secret });
});
afterAll(() => desk[Symbol.asyncDispose]());

test('a ticket becomes one signed event, although the desk was down at first, and the visitor gets an e-mail', async () => {
  const fields = { email: visitor, account: 'maya', message: 'شخص ما في حسابي', ...(await openForm(site, FORM)) };
  const sent = await site.post(FORM, fields, { headers: newVisitor() });
  expect(sent.headers.get('location')).toBe('/ar/contact/sent/');
  await waitForMail(site.resend, visitor);
  const event = await eventually('the event', async () => events[0]);
  expect(event).toMatchObject({
    type: 'ticket.opened',
    data: { desk: 'urgent', isUrgent: true, lang: 'ar', dir: 'rtl', email: visitor, fields: { account: 'maya' } },
  });
  expect(site.resend.inbox).toHaveLength(1);
  const undone = 'SELECT count(*) AS count FROM ticket_dispatches WHERE done_at IS NULL';
  await eventually('the record of both', async () => {
    const row = await site.database.prepare(undone).first<{ count: number }>();
    return row?.count === 0 ? true : undefined;
  });
  expect(events).toHaveLength(1);
});

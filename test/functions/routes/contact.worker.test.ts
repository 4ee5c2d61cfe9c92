import { beforeEach, describe, expect, test } from 'vitest';
import { desks } from '../../../src/shared/contact-topics';
import { site as projectSite } from '../../../src/shared/site';
import { ticketLimits } from '../../../src/shared/ticket-limits';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { newVisitor } from '../../harness/accounts';
import { openForm, openForms } from '../../harness/contact';
import { type Fields, useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/contact/other/';
const SENT = '/en/contact/sent/';

const countTickets = async () =>
  (await site.database.prepare('SELECT count(*) AS count FROM tickets').first<{ count: number }>())?.count;

/** A new address, so that no test meets another one's limit. */
const newEmail = () => `${crypto.randomUUID()}@example.com`;

const withCookieOf = (sent: Response) => ({
  headers: { cookie: sent.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
});

function send(fields: Fields, headers: Record<string, string> = {}, path = FORM) {
  return site.post(path, fields, { headers: { ...newVisitor(), ...headers } });
}

beforeEach(() => site.resend.clear());

describe('a ticket', () => {
  test('becomes an e-mail to the desk, one to the visitor, and a page that only its link opens', async () => {
    const path = '/ar/contact/hacked/';
    const answers = { email: 'Maya.New@example.com', account: 'maya', message: 'شخص ما في حسابي http://evil.example' };
    const sent = await send({ ...answers, ...(await openForm(site, path)) }, {}, path);
    expect(sent.headers.get('location')).toBe('/ar/contact/sent/');
    const row = await site.database
      .prepare("SELECT * FROM tickets WHERE topic = 'hacked'")
      .first<{ reference: string }>();
    const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await (await site.fetch('/ar/contact/sent/', { headers: { cookie } })).text();
    expect(page.replaceAll(/\D/g, '')).toContain(row?.reference);

    const desk = await waitForMail(site.resend, desks.urgent.address);
    expect(desk).toMatchObject({ reply_to: ['maya.new@example.com'] });
    const receipt = await waitForMail(site.resend, 'maya.new@example.com');
    expect(receipt.html).toContain('<html lang="ar" dir="rtl">');

    const link = requireTokenLink(receipt);
    const swap = await site.fetch(`${link.pathname}${link.search}`);
    expect(swap.headers.get('location')).toBe('/ar/contact/ticket/');
    const opened = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const ticket = await (await site.fetch('/ar/contact/ticket/', { headers: { cookie: opened } })).text();
    expect(ticket).toContain('شخص ما في حسابي http://evil.example');
    expect((await site.fetch('/ar/contact/ticket/')).status).toBe(400);
  });

  test('grows by what the visitor adds, which the desk is told of once', async () => {
    const sent = await send({ message: 'first', email: newEmail(), ...(await openForm(site, FORM)) });
    const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await waitForMail(site.resend, desks.support.address);
    const seed = await openForm({ fetch: (path) => site.fetch(path, { headers: { cookie } }) }, '/en/contact/ticket/');
    const add = () => send({ message: 'second', ...seed }, { cookie }, '/en/contact/ticket/');
    expect((await add()).headers.get('location')).toBe('/en/contact/ticket/?added');
    await add();
    const mail = await waitForMail(site.resend, desks.support.address, { count: 2 });
    expect(mail.text).toContain('second');
    const page = await (await site.fetch('/en/contact/ticket/?added', { headers: { cookie } })).text();
    expect(page.match(/second/g)).toHaveLength(1);
    expect(site.resend.inbox.filter(({ to }) => to.includes(desks.support.address))).toHaveLength(2);
  });

  test('E7 takes nothing that was written below another ticket, and gives the words back', async () => {
    const [one = {}, two = {}] = await openForms(site, FORM, 2);
    const [first, second] = await Promise.all(
      [one, two].map((seed) => send({ message: 'first', email: newEmail(), ...seed })),
    );
    const cookieOf = (sent: Response | undefined) => sent?.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const as = (cookie: string) => ({ fetch: (path: string) => site.fetch(path, { headers: { cookie } }) });
    const form = await openForm(as(cookieOf(first)), '/en/contact/ticket/');
    const add = (cookie: string) => send({ message: 'of <the first>', ...form }, { cookie }, '/en/contact/ticket/');
    for (const cookie of [cookieOf(second), 'ticket=', `ticket=${'a'.repeat(43)}`]) {
      const answer = await add(cookie);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('of &lt;the first&gt;</textarea>');
    }
    const added = site.database.prepare(
      'SELECT count(*) AS count FROM ticket_messages WHERE number > 1 AND fields LIKE ?',
    );
    expect(await added.bind('%of <the first>%').first()).toEqual({ count: 0 });
    expect((await add(cookieOf(first))).status).toBe(303);
  });

  test('has a page after it that takes no forms', async () => {
    expect((await send({}, {}, SENT)).status).toBe(405);
  });

  test('is left behind by the exit, which takes the cookie along', async () => {
    const cookie = 'ticket=anything';
    const left = await site.fetch('/exit/', { headers: { cookie } });
    expect([left.status, left.headers.get('location')]).toEqual([303, projectSite.exitUrl]);
    expect(left.headers.getSetCookie().join()).toMatch(/^ticket=; Max-Age=0/);
    expect((await site.fetch('/exit/', { method: 'POST', headers: { cookie } })).status).toBe(204);
  });

  test('A1 gets the same answer whether or not the account exists', async () => {
    const path = '/en/contact/mail-missing/';
    const [one = {}, two = {}] = await openForms(site, path, 2);
    const answers = await Promise.all([
      send({ account: 'maya', email: newEmail(), ...one }, {}, path),
      send({ account: 'nobody-at-all', email: newEmail(), ...two }, {}, path),
    ]);
    const [known, unknown] = answers.map(({ status, headers }) => [status, headers.get('location')]);
    expect(known).toEqual(unknown);
  });

  test('G1 a double click is one ticket and two e-mails', async () => {
    const email = newEmail();
    const form = { message: 'once', email, ...(await openForm(site, FORM)) };
    const answers = await Promise.all([send(form), send(form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    await waitForMail(site.resend, email);
    const { results } = await site.database.prepare('SELECT id FROM tickets WHERE email = ?').bind(email).all();
    expect(results).toHaveLength(1);
    expect(site.resend.inbox.filter(({ to }) => to.includes(email))).toHaveLength(1);
  });
});

describe('the shape of a request', () => {
  const bad = { email: 'maya@example.com', message: 'hello' };
  test.each([
    ['B1 a field given twice', new URLSearchParams('email=a@b.example&email=c@d.example&message=m'), 400],
    ['B1 a field as a list', new URLSearchParams('email[]=a@b.example'), 400],
    ['B4 two addresses', new URLSearchParams({ ...bad, email: 'a@b.example,c@d.example' }), 400],
    ['B5 a line break and a header', new URLSearchParams('email=a@b.example%0d%0aBcc:c@d.example&message=m'), 400],
    ['B6 a NUL', new URLSearchParams('email=a@b.example&message=m%00'), 400],
    ['B6 a line separator', new URLSearchParams({ ...bad, message: 'a\u2028b' }), 400],
    ['B8 5,000 characters', new URLSearchParams({ ...bad, message: 'a'.repeat(5000) }), 400],
    ['B9 broken percent-encoding', new URLSearchParams(), 400],
    ['a field that the topic does not ask for', new URLSearchParams({ ...bad, account: 'maya' }), 400],
  ])('%s is answered with the form and its error, and nothing is written', async (title, fields, status) => {
    const before = await countTickets();
    const response = title.startsWith('B9')
      ? await site.fetch(FORM, {
          method: 'POST',
          body: 'email=%E0%A4%A',
          headers: { origin: site.origin, 'content-type': 'application/x-www-form-urlencoded', ...newVisitor() },
        })
      : await send(fields);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain('There is a problem');
    expect(html).toContain('name="message"');
    expect(await countTickets()).toBe(before);
  });

  test('B2 a JSON body is refused', async () => {
    const headers = { 'content-type': 'application/json', origin: site.origin };
    expect((await site.fetch(FORM, { method: 'POST', body: '{}', headers })).status).toBe(415);
  });

  test('B3 an attachment is refused with the reason, and the words beside it are kept', async () => {
    const data = new FormData();
    data.set('message', 'words beside it');
    data.set('picture', new File(['a'], 'a.png'));
    const response = await send(data);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('Files cannot be sent here');
    expect(html).toContain('words beside it');
  });

  test('B7 a body larger than any message is refused', async () => {
    expect((await send({ message: 'a'.repeat(ticketLimits.BODY_MAX_BYTES) })).status).toBe(413);
  });

  test('a message of the longest kind passes, in any script', async () => {
    const response = await send({ message: '語'.repeat(3000), email: newEmail(), ...(await openForm(site, FORM)) });
    expect(response.status).toBe(303);
  });

  test('what was typed is kept through an error, and cannot leave its field', async () => {
    const html = await (await send({ message: '</textarea><b>x', email: '"><b>@' })).text();
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;x');
    expect(html).toContain('value="&quot;><b>@"');
  });
});

describe('robots', () => {
  const answers = () => ({ message: 'buy', email: newEmail() });

  test('a form without a stamp, or sent at once, is asked for again with its words', async () => {
    const before = await countTickets();
    const response = await send(answers());
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Please check what you wrote');
    expect(await countTickets()).toBe(before);
  });

  test('a stamp is good for its own form alone', async () => {
    const [one = {}, two = {}] = await openForms(site, FORM, 2);
    const forged = { ...answers(), request: one.request ?? '', stamp: two.stamp ?? '' };
    expect((await send(forged)).status).toBe(400);
  });

  test('a hidden field that is filled in writes nothing; a person for whom a program did it sends the form once more', async () => {
    const before = await countTickets();
    const form = { ...answers(), ...(await openForm(site, FORM)) };
    const response = await send({ ...form, website: 'x' });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('Please check what you wrote');
    expect(html).toContain(`value="${form.email}"`);
    expect(await countTickets()).toBe(before);
    expect((await send(form)).headers.get('location')).toBe(SENT);
  });
});

describe('limits', () => {
  test('F1 F6 parallel tickets of one person pass up to the limit exactly; the next is told how long to wait', async () => {
    const email = newEmail();
    const visitor = newVisitor();
    const forms = await openForms(site, FORM, ticketLimits.PER_EMAIL + 4);
    const answers = await Promise.all(forms.map((form) => send({ message: 'm', email, ...form }, visitor)));
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(ticketLimits.PER_EMAIL).fill(303), 429, 429, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('3600');
    expect(await refused?.text()).toContain('Several messages have come from you already');
  });

  test('strangers who type somebody’s address turn that person away nowhere, and fill nobody’s mailbox', async () => {
    const email = newEmail();
    const forms = await openForms(site, FORM, ticketLimits.MAILS_PER_EMAIL + 3);
    const answers = await Promise.all(forms.map((form) => send({ message: 'm', email, ...form })));
    expect(answers.map(({ status }) => status)).toEqual(forms.map(() => 303));
    const select = 'SELECT recipient, count(*) AS count FROM ticket_dispatches JOIN tickets ON tickets.id = ticket';
    const { results } = await site.database
      .prepare(`${select} WHERE email = ? GROUP BY recipient ORDER BY recipient`)
      .bind(email)
      .all();
    expect(results).toEqual([
      { recipient: 'desk', count: forms.length },
      { recipient: 'visitor', count: ticketLimits.MAILS_PER_EMAIL },
    ]);
    const pages = await Promise.all(answers.map(async (sent) => (await site.fetch(SENT, withCookieOf(sent))).text()));
    const promised = pages.filter((page) => page.includes('We are sending you an e-mail'));
    expect(promised).toHaveLength(ticketLimits.MAILS_PER_EMAIL);
  });

  test('F7 X-Forwarded-For is ignored: one network sends so many tickets at most', async () => {
    const network = newVisitor();
    const forms = await openForms(site, FORM, ticketLimits.PER_SENDER + 1);
    const answers: Response[] = [];
    for (const [index, form] of forms.entries()) {
      const headers = { ...network, 'X-Forwarded-For': `192.0.2.${index}` };
      answers.push(await send({ message: 'm', email: newEmail(), ...form }, headers));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array(ticketLimits.PER_SENDER).fill(303), 429]);
    // Who shares a network with others has written nothing yet, and is not told so.
    expect(await answers.at(-1)?.text()).toContain('too many requests from your network');
  });
});

test('G6 names, markup and links in a message are inert in both parts of the desk’s e-mail', async () => {
  const path = '/en/contact/hacked/';
  const message = '<script>alert(1)</script> {{name}} https://evil.example/x a@evil.example +49 151 23456789';
  const answers = { message, account: 'www.evil.example', email: newEmail() };
  await send({ ...answers, ...(await openForm(site, path)) }, {}, path);
  const { html = '', text = '', subject } = await waitForMail(site.resend, desks.urgent.address);
  expect(subject).not.toContain('evil');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toMatch(/<script|<a /);
  for (const part of [html, text]) {
    expect(part).toContain('{{name}}');
    expect(part).not.toMatch(/https:|evil\.example|@evil|\d{7}/);
  }
});

describe('where a request comes from', () => {
  test.each([
    ['cross-site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from a sibling host', { origin: 'http://evil.localhost', 'sec-fetch-site': 'same-site' }],
    ['without an origin', { origin: '', 'sec-fetch-site': '' }],
  ])('H1 a post that is %s is refused in the visitor’s language', async (_, headers) => {
    const response = await send({ message: 'm', email: newEmail() }, headers, '/es/contact/other/');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Rellénalo aquí y envíalo otra vez');
  });

  test('H3 forged headers and parameters change nothing on the page but what each form carries', async () => {
    const bare = (html: string) => html.replace(/name="(request|stamp)" value="[^"]*"|data-challenge="[^"]*"/g, '');
    const plain = bare(await (await site.fetch(FORM)).text());
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Original-URL': '/x' };
    expect(bare(await (await site.fetch(`${FORM}?utm=<script>`, { headers })).text())).toBe(plain);
  });
});

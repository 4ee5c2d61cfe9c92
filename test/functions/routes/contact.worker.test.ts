import { expect, test } from 'vitest';
import { desks } from '../../../src/shared/contact-topics';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { newVisitor } from '../../harness/accounts';
import { openForm } from '../../harness/contact';
import { useSite } from '../../harness/worker';

const site = useSite();

test('a form becomes a ticket, an e-mail to the desk, one to the visitor, and a page with the reference', async () => {
  const path = '/ar/contact/hacked/';
  const answers = { email: 'Maya.New@example.com', account: 'maya', message: 'شخص ما في حسابي http://evil.example' };
  const sent = await site.post(path, { ...answers, ...(await openForm(site, path)) }, { headers: newVisitor() });
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toBe('/ar/contact/sent/');

  const row = await site.database.prepare('SELECT * FROM tickets').first<Record<string, string>>();
  expect(row).toMatchObject({ topic: 'hacked', locale: 'ar', email: 'maya.new@example.com' });
  const cookie = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await (await site.fetch('/ar/contact/sent/', { headers: { cookie } })).text();
  expect(page.replaceAll(/\D/g, '')).toContain(row?.reference);

  const desk = await waitForMail(site.resend, desks.urgent.address);
  expect(desk).toMatchObject({ reply_to: ['maya.new@example.com'] });
  expect(desk.text).toContain('http[:]//evil[.]example');
  const receipt = await waitForMail(site.resend, 'maya.new@example.com');
  expect(receipt.html).toContain('<html lang="ar" dir="rtl">');

  const link = requireTokenLink(receipt);
  const swap = await site.fetch(`${link.pathname}${link.search}`);
  expect(swap.headers.get('location')).toBe('/ar/contact/ticket/');
  const opened = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const ticket = await (await site.fetch('/ar/contact/ticket/', { headers: { cookie: opened } })).text();
  expect(ticket).toContain('شخص ما في حسابي http://evil.example');
});

import { describe, expect, test } from 'vitest';
import type { DeskTicket } from '../../../functions/desk/port';
import { mailRenderer } from '../../../functions/mail/renderer';
import type { Ticket } from '../../../functions/support/ports';
import { loadTranslate } from '../../../src/shared/catalog';
import { enabledLocales, localeInfo } from '../../../src/shared/locales';
import { requireTokenLink } from '../../fakes/mailbox';

const render = mailRenderer('https://help.example.com', loadTranslate);
const token = 'iJ8x-_'.padEnd(43, 'A');
const createdAt = Date.UTC(2026, 10, 22, 14, 5, 59);
const until = createdAt + 30 * 86_400_000;
const ticket: Ticket = {
  id: 'ticket',
  reference: '4829103756',
  topic: 'hacked',
  locale: 'en',
  email: 'maya@example.com',
  createdAt,
};

describe.each(enabledLocales.map(({ code }) => code))('G8 the e-mail to a visitor in %s', (locale) => {
  const { lang, dir } = localeInfo(locale);
  const mail = () => render.receipt({ ticket: { ...ticket, locale }, token, until });

  test('has its language, its direction, the reference, and every placeholder filled, in both parts', async () => {
    const { subject, text, html } = await mail();
    expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(subject).toContain('482\u00a0910\u00a03756');
    const words = html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, '');
    for (const part of [text, words]) {
      expect(part).toContain('482\u00a0910\u00a03756');
      expect(part).not.toMatch(/[{}]|undefined|null|NaN/);
    }
  });

  test('has the one link that opens the ticket', async () => {
    const link = requireTokenLink(await mail());
    expect(link.pathname).toBe(`/${locale.toLowerCase()}/contact/ticket/`);
    expect(link.searchParams.get('token')).toBe(token);
  });

  test('has the same bytes when it is made again', async () => {
    expect(await mail()).toEqual(await mail());
  });
});

describe('the e-mail to a desk', () => {
  const message: DeskTicket = {
    desk: 'urgent',
    reference: ticket.reference,
    topic: 'hacked',
    locale: 'ar',
    email: ticket.email,
    number: 1,
    fields: { account: 'maya', message: 'شخص ما في حسابي' },
    sentAt: createdAt,
  };

  test('is answered to the visitor, and marks the language and direction of what was written', async () => {
    const { replyTo, html, text } = await render.desk(message);
    expect(replyTo).toBe('maya@example.com');
    expect(html).toContain('<blockquote lang="ar" dir="auto"');
    expect(text).toContain('(ar, rtl)');
    expect(text).toContain('> \u2068شخص ما في حسابي\u2069');
  });

  test('of what was added says so in its subject', async () => {
    const { subject } = await render.desk({ ...message, number: 2 });
    expect(subject).toMatch(/^Added to \[482/);
  });

  test('has the same bytes when it is made again', async () => {
    expect(await render.desk(message)).toEqual(await render.desk(message));
  });
});

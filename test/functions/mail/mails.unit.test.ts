import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { RenderedMail } from '../../../functions/mail/port';
import { mailRenderer } from '../../../functions/mail/renderer';
import { type Catalog, loadCatalog, loadTranslate } from '../../../src/shared/catalog';
import { limits } from '../../../src/shared/forms';
import { enabledLocales, type Locale, localeInfo } from '../../../src/shared/locales';
import { site } from '../../../src/shared/site';
import { linksIn, requireTokenLink } from '../../fakes/mailbox';

const origin = 'https://help.example.com';
const token = 'iJ8x-_'.padEnd(43, 'A');
const moment = Date.UTC(2026, 10, 22, 14, 5, 59);
const account = { username: 'maria', displayName: 'Maria Ruiz' };
const whereabouts = { country: 'NG', city: 'Lagos', browser: 'chrome', system: 'android' } as const;
const locales = enabledLocales.map(({ code }) => code);

/** Each mail, and a message that only it has. */
const kinds = {
  reset: 'mail.reset-ignore',
  code: 'mail.code-share',
  secure: 'mail.secure-ignore',
  federated: 'mail.federated-where',
  notice: 'mail.changed-by-you',
} as const;
type Kind = keyof typeof kinds;
const everyMail = locales.flatMap((locale) => (Object.keys(kinds) as Kind[]).map((kind) => ({ locale, kind })));

function render(kind: Kind, locale: Locale): Promise<RenderedMail> {
  const facts = { locale, account, token, code: '012345', whereabouts };
  return mailRenderer(origin, loadTranslate)[kind]({ ...facts, requestedAt: moment, changedAt: moment });
}

/** What a reader of the HTML part sees, and where its links lead. */
function wordsOf({ html }: RenderedMail): string {
  const body = html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, '');
  return `${body} ${[...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).join(' ')}`;
}

describe.each(everyMail)('G8 the $kind mail in $locale', ({ locale, kind }) => {
  const { lang, dir } = localeInfo(locale);
  let mail: RenderedMail;
  let catalog: Catalog;

  beforeAll(async () => {
    mail = await render(kind, locale);
    catalog = await loadCatalog(locale);
  });

  test('declares its language and direction, on the page and on what mail programs keep of it', () => {
    expect(mail.html).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(mail.html).toMatch(new RegExp(`<table role="presentation" lang="${lang}" dir="${dir}"`));
  });

  test('fills every placeholder, in both parts', () => {
    expect(`${mail.subject}${mail.text}${wordsOf(mail)}`).not.toMatch(/[{}]|\b(?:undefined|null|NaN)\b/);
    expect(mail.subject).toContain(site.brand);
    for (const part of [mail.text, wordsOf(mail)]) {
      expect(part).toContain(site.brand);
      expect(part).toContain(account.displayName);
      expect(part).toContain(account.username);
      expect(part).toContain('UTC');
      expect(part).toContain('Lagos');
      expect(part).toContain('Android');
    }
  });

  test('says the same in both parts', () => {
    const lines = mail.text.split('\n').filter((line) => line !== '');
    const written = (text: string) => text.replaceAll(/[\u200f\u2068\u2069]/g, '');
    for (const line of lines) expect(written(wordsOf(mail))).toContain(written(line));
    expect(lines.length).toBeGreaterThan(10);
  });

  test('speaks this language', () => {
    expect(mail.text).toContain(String(catalog['mail.automatic']));
    expect(mail.html).toContain(String(catalog[kinds[kind]]));
  });

  test('holds each link as a button or link, and written out', () => {
    for (const link of linksIn(mail)) expect(mail.html).toContain(`href="${link.href.replaceAll('&', '&amp;')}"`);
    if (kind === 'federated' || kind === 'code') return;
    expect(mail.html).toContain(`>${requireTokenLink(mail).href}</a>`);
  });

  test('loads nothing, runs nothing and follows nobody', () => {
    expect(mail.html).not.toMatch(
      /<(?:img|script|link|iframe|object|form|input|base)\b|\bsrc=|url\(|@import|\bon\w+=/i,
    );
    for (const [, href] of mail.html.matchAll(/href="([^"]*)"/g)) expect(href?.startsWith(`${origin}/`)).toBe(true);
  });

  test('aligns by direction, never by left and right', () => {
    expect(mail.html).not.toMatch(/text-align|float|(?:margin|padding|border)-(?:left|right)|<p [^>]*dir=/);
  });

  test('is small', () => {
    expect(new TextEncoder().encode(mail.html).length).toBeLessThan(6000);
  });
});

describe('the reset mail', () => {
  test.each(locales)('tells the link’s lifetime in words: %s', async (locale) => {
    const t = await loadTranslate(locale);
    const duration = t('duration.minutes', { count: limits.LINK_SECONDS / 60 });
    const mail = await render('reset', locale);
    expect(mail.text.split(duration).length - 1).toBe(1);
    expect(wordsOf(mail).split(duration).length - 1).toBe(2);
  });

  test('tells when it was asked for, to the minute, in UTC', async () => {
    expect((await render('reset', 'en')).text).toMatch(/^Asked for: November 22, 2026.*2:05.*UTC$/m);
  });

  test('has the one link with the token, in the reader’s language', async () => {
    const link = requireTokenLink(await render('reset', 'ja'));
    expect(link.href).toBe(`${origin}/ja/account/new-password/?token=${token}`);
  });

  test('shows a preview of its own after the subject', async () => {
    const { html } = await render('reset', 'en');
    expect(html).toMatch(/<div style="display:none[^"]*">The link works once, for 60 minutes\.<\/div>/);
  });

  test('G2 the same job renders the same bytes, whenever that is', async () => {
    const first = await render('reset', 'ar');
    vi.useFakeTimers({ now: moment + 86_400_000 });
    expect(await render('reset', 'ar')).toEqual(first);
    vi.useRealTimers();
  });

  test('G7 the link’s origin is the configuration’s, whatever the job holds', async () => {
    const renderer = mailRenderer(origin, loadTranslate);
    const forged = { locale: 'en', account, token, requestedAt: moment, origin: 'https://evil.example' } as const;
    const mail = await renderer.reset(forged);
    expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
    for (const link of linksIn(mail)) expect(link.origin).toBe(origin);
  });

  test('G7 a token cannot change where the link leads', async () => {
    const renderer = mailRenderer(origin, loadTranslate);
    const mail = await renderer.reset({ locale: 'en', account, token: '@evil.example/#"><b>', requestedAt: moment });
    const link = requireTokenLink(mail);
    expect([link.origin, link.pathname, link.searchParams.get('token')]).toEqual([
      origin,
      '/en/account/new-password/',
      '@evil.example/#"><b>',
    ]);
    expect(mail.html).not.toContain('<b>');
  });
});

describe('the notice', () => {
  test('has the one link with its token, to the page that takes the change back', async () => {
    const link = requireTokenLink(await render('notice', 'ja'));
    expect(link.href).toBe(`${origin}/ja/account/not-me/?token=${token}`);
  });

  test('leads to that page and to the article about hacked accounts', async () => {
    expect(linksIn(await render('notice', 'es')).map(({ pathname }) => pathname)).toEqual([
      '/es/account/not-me/',
      '/es/logging-in/hacked-account/',
      '/es/',
    ]);
  });
});

describe('the mail to somebody who signs in with a company', () => {
  test('holds no secret: its links are the ones anybody can open', async () => {
    const links = linksIn(await render('federated', 'en'));
    expect(links.map(({ href }) => href)).toEqual([
      `${origin}/en/logging-in/reset-email-does-not-arrive/#no-link`,
      `${origin}/en/`,
    ]);
  });
});

/** A visitor who cannot log in: from the help center to a new password, with scripts and without. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { verifyPassword } from '../../functions/accounts/scrypt-phc';
import { limits } from '../../src/shared/limits';
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { addAccount, newVisitor } from '../harness/accounts';
import { expectAccessible, useBrowser } from '../harness/browser';
import { useSite } from '../harness/worker';

const site = useSite();
const visitors = useBrowser();

const ways = [
  { locale: 'en', javaScript: true },
  { locale: 'ar', javaScript: true },
  { locale: 'en', javaScript: false },
  { locale: 'ar', javaScript: false },
] as const;
const described = ways.map(
  (way) => [`in ${way.locale}, ${way.javaScript ? 'with' : 'without'} JavaScript`, way] as const,
);

const submit = (page: Page) => page.click('main button[type=submit]');
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function ask(page: Page, identifier: string): Promise<void> {
  await page.fill('#identifier', identifier);
  await submit(page);
}

function openSite(locale: string, javaScript: boolean): Promise<Page> {
  return visitors.open({ javaScript, locale, extraHTTPHeaders: newVisitor() });
}

describe('the reset', () => {
  it.each(described)('H7 leads from the home page to a new password: %s', async (_, { locale, javaScript }) => {
    const account = await addAccount(site);
    const page = await openSite(locale, javaScript);
    await page.goto(`${site.origin}/${locale}/`);
    await page.click(`main a[href="/${locale}/account/reset/"]`);
    await ask(page, account.email.toUpperCase());
    expect(pathOf(page)).toBe(`/${locale}/account/reset/sent/`);

    const link = requireTokenLink(await waitForMail(site.resend, account.email));
    await page.goto(link.href);
    expect(page.url()).toBe(`${site.origin}/${locale}/account/new-password/`);
    await page.fill('#password', 'short');
    await submit(page);
    expect(await page.inputValue('#password')).toBe('');
    expect(await page.getAttribute('#password', 'aria-invalid')).toBe('true');

    await page.fill('#password', 'seven quiet rivers');
    await submit(page);
    expect(pathOf(page)).toBe(`/${locale}/account/password-changed/`);
    const row = await site.database
      .prepare('SELECT password_hash FROM accounts WHERE id = ?')
      .bind(account.username)
      .first<{ password_hash: string }>();
    expect(await verifyPassword('seven quiet rivers', row?.password_hash ?? '')).toBe(true);
    const notice = await waitForMail(site.resend, account.email, { count: 2 });
    expect(notice.html).toContain(`lang="${locale}"`);

    await page.goto(link.href);
    expect(
      await page.locator('main a', { has: page.locator(`:scope[href="/${locale}/account/reset/"]`) }).count(),
    ).toBe(1);
  });

  it.each(described)('locks after too many requests, and says until when: %s', async (_, { locale, javaScript }) => {
    const { username } = await addAccount(site);
    const page = await openSite(locale, javaScript);
    for (let count = 0; count <= limits.REQUESTS_BEFORE_LOCK; count += 1) {
      await page.goto(`${site.origin}/${locale}/account/reset/`);
      await ask(page, username);
    }
    expect(pathOf(page)).toBe(`/${locale}/account/reset/`);
    const end = await page.getAttribute('main time', 'datetime');
    const left = new Date(end ?? 0).getTime() - Date.now();
    expect(left).toBeGreaterThan((limits.LOCK_SECONDS - 60) * 1000);
    expect(left).toBeLessThanOrEqual(limits.LOCK_SECONDS * 1000);
    if (javaScript) await expectAccessible(page);
    await site.settle();
  });
});

describe('a form with a problem', () => {
  it('keeps what was typed, leads from the summary to the field, and moves the focus there', async () => {
    const page = await openSite('en', true);
    await page.goto(`${site.origin}/en/account/reset/`);
    await ask(page, 'two words');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    expect(await page.inputValue('#identifier')).toBe('two words');
    await page.click('.error-summary a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('identifier');
    await expectAccessible(page);
  });

  it('is the same form without JavaScript', async () => {
    const page = await openSite('ar', false);
    await page.goto(`${site.origin}/ar/account/reset/`);
    await ask(page, '');
    expect(await page.locator('.error-summary a[href="#identifier"]').count()).toBe(1);
    expect(await page.locator('.field-error').count()).toBe(1);
  });
});

describe('the field for the new password', () => {
  async function openForm(javaScript: boolean): Promise<Page> {
    const account = await addAccount(site);
    const page = await openSite('en', javaScript);
    await site.post('/en/account/reset/', { identifier: account.username }, { headers: newVisitor() });
    await page.goto(requireTokenLink(await waitForMail(site.resend, account.email)).href);
    return page;
  }

  it('shows the password when asked, and tells its strength in words', async () => {
    const page = await openForm(true);
    await page.fill('#password', 'two words');
    expect(await page.textContent('password-field output')).toBe('too short, 6 more characters needed');
    await page.fill('#password', 'several long quiet rivers');
    expect(await page.textContent('password-field output')).not.toContain('short');
    await page.check('password-field input');
    expect(await page.getAttribute('#password', 'type')).toBe('text');
    await expectAccessible(page);
  });

  it('offers no switch that cannot work without JavaScript', async () => {
    const page = await openForm(false);
    expect(await page.isVisible('password-field label')).toBe(false);
    expect(await page.getAttribute('#password', 'autocomplete')).toBe('new-password');
  });
});

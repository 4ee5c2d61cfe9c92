/** A visitor who needs a person: from "What happened?" to a reference and a page of the ticket, with scripts and without. */
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { desks } from '../../src/shared/contact-topics';
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { newVisitor } from '../harness/accounts';
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

const submit = (page: Page) => page.click('main form button[type=submit]');
const pathOf = (page: Page) => new URL(page.url()).pathname;
const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** Longer than the quickest that a person can be. */
const READING_MILLISECONDS = 2100;

function openSite(locale: string, javaScript = true): Promise<Page> {
  return visitors.open({ javaScript, locale, extraHTTPHeaders: newVisitor() });
}

describe('a message to support', () => {
  it.each(described)('H7 leads from the footer to a reference, and its link to what was sent: %s', async (_, way) => {
    const { locale, javaScript } = way;
    const email = newEmail();
    const page = await openSite(locale, javaScript);
    await page.goto(`${site.origin}/${locale}/`);
    await page.click(`footer a[href="/${locale}/contact/"]`);
    await page.click(`main a[href="/${locale}/contact/cannot-log-in/"]`);
    await page.waitForTimeout(READING_MILLISECONDS);

    await page.fill('#message', 'first words');
    await submit(page);
    expect(await page.getAttribute('#email', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('#message')).toBe('first words');
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#email');

    await page.fill('#email', email);
    await submit(page);
    expect(pathOf(page)).toBe(`/${locale}/contact/sent/`);
    const [reference = ''] = /\d{3}\s\d{3}\s\d{4}/.exec((await page.textContent('main')) ?? '') ?? [];
    expect(reference).not.toBe('');

    const receipt = await waitForMail(site.resend, email);
    expect(receipt.subject).toContain(reference);
    const other = await openSite(locale, javaScript);
    await other.goto(requireTokenLink(receipt).href);
    expect(pathOf(other)).toBe(`/${locale}/contact/ticket/`);
    expect(await other.textContent('main')).toContain('first words');
    await other.waitForTimeout(READING_MILLISECONDS);
    await other.fill('#message', 'second words');
    await submit(other);
    expect(await other.textContent('main')).toContain('second words');
    await waitForMail(site.resend, desks.support.address);
  });

  it.each(described)(
    'leads whose account was hacked from first steps to a form of three questions: %s',
    async (_, way) => {
      const { locale, javaScript } = way;
      const page = await openSite(locale, javaScript);
      await page.goto(`${site.origin}/${locale}/contact/hacked/`);
      const order = await page
        .locator('main h2, main ol, main form')
        .evaluateAll((parts) => parts.map(({ tagName }) => tagName));
      expect(order.indexOf('OL')).toBeLessThan(order.indexOf('FORM'));
      expect(await page.locator('main .field').count()).toBe(3);
      expect(await page.locator('.exit a').isVisible()).toBe(true);
      await page.waitForTimeout(READING_MILLISECONDS);
      await page.fill('#email', newEmail());
      await page.fill('#account', 'maya');
      await submit(page);
      expect(pathOf(page)).toBe(`/${locale}/contact/sent/`);
    },
  );
});

describe('what scripts add', () => {
  it('leaves no cookie of a ticket behind when the page is left quickly', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/hacked/`);
    await page.waitForTimeout(READING_MILLISECONDS);
    await page.fill('#email', newEmail());
    await page.fill('#account', 'maya');
    await submit(page);
    const secrets = async () => (await page.context().cookies()).filter(({ name }) => name.endsWith('ticket'));
    expect(await secrets()).toHaveLength(1);
    await page.click('.exit a', { noWaitAfter: true });
    await vi.waitFor(async () => expect(await secrets()).toEqual([]), { timeout: 10_000 });
  });

  it('does not ask again for the account that was typed into the reset form', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/account/reset/`);
    await page.fill('#identifier', 'nobody-at-all');
    await submit(page);
    await page.goto(`${site.origin}/en/contact/mail-missing/`);
    expect(await page.inputValue('#account')).toBe('nobody-at-all');
  });

  it('finds articles for the words typed, and makes a proof of work, while the visitor types', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/cannot-log-in/`);
    await page.fill('#message', 'The reset e-mail does not arrive in my mailbox');
    await page.waitForSelector('.suggested a');
    expect(await page.locator('.suggested a').count()).toBeLessThanOrEqual(3);
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=proof]')?.value);
    await page.fill('#email', newEmail());
    await page.waitForTimeout(READING_MILLISECONDS);
    await submit(page);
    expect(pathOf(page)).toBe('/en/contact/sent/');
  });

  it('leaves the page for a harmless one when Esc is pressed three times, and nothing stays behind', async () => {
    const page = await openSite('en');
    await page.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'elsewhere' }));
    await page.goto(`${site.origin}/en/`);
    await page.goto(`${site.origin}/en/contact/hacked/`);
    await page.fill('#message', 'words');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
    await page.waitForURL('https://www.wikipedia.org/');
    await page.goBack();
    expect(pathOf(page)).toBe('/en/');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

describe.each(['en', 'ar'])('every page of support in %s', (locale) => {
  it('passes axe, with errors and without, on a small screen', async () => {
    const page = await visitors.open({ locale, extraHTTPHeaders: newVisitor(), viewport: { width: 320, height: 640 } });
    for (const path of ['', 'hacked/', 'mail-missing/', 'lost-email/', 'cannot-log-in/', 'other/', 'ticket/']) {
      await page.goto(`${site.origin}/${locale}/contact/${path}`, { waitUntil: 'networkidle' });
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${path} at 320 px`).toBeLessThanOrEqual(320);
    }
    await page.goto(`${site.origin}/${locale}/contact/other/`, { waitUntil: 'networkidle' });
    await submit(page);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await page.waitForTimeout(READING_MILLISECONDS);
    await page.fill('#message', 'words');
    await page.fill('#email', newEmail());
    await submit(page);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await page.click(`main a[href="/${locale}/contact/ticket/"]`);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  });
});

/** Every page of recovery as its visitor meets it: what axe finds, and whether a keyboard is enough. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/shared/limits';
import { codeIn, waitForText } from '../fakes/twilio';
import { addAccount, newVisitor } from '../harness/accounts';
import { expectAccessible, useBrowser } from '../harness/browser';
import { codeVisitorOf, otherThan } from '../harness/code-visitor';
import { useSite } from '../harness/worker';

const site = useSite({ TEXT_MESSAGES: 'twilio' });
const visitors = useBrowser();
const { post, isPassword } = codeVisitorOf(site);

const GOOD = 'seven quiet rivers';
const pathOf = (page: Page) => new URL(page.url()).pathname;
const submit = (page: Page) => page.click('main form button[type=submit] >> nth=0');

/** Each language in one of the two colour schemes: colours are the same in all of them. */
const readers = [
  ['en', 'light'],
  ['ar', 'dark'],
  ['ja', 'light'],
] as const;

describe.each(readers)('axe finds nothing in %s, %s, on', (locale, colorScheme) => {
  const open = (path: string) =>
    visitors.open({ locale, colorScheme, extraHTTPHeaders: newVisitor() }).then(async (page) => {
      await page.goto(`${site.origin}/${locale}${path}`);
      return page;
    });
  /** The page shows this, and axe has nothing to say. */
  async function expectPage(page: Page, selector: string): Promise<void> {
    expect(await page.locator(selector).count(), selector).toBeGreaterThan(0);
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
    await expectAccessible(page);
  }

  it('the form, its problem, and the page that follows', async () => {
    const page = await open('/account/reset/');
    await expectPage(page, 'select#country');
    await submit(page);
    await expectPage(page, '.error-summary');
    await page.fill('#identifier', `nobody-${randomUUID()}`);
    await submit(page);
    expect(pathOf(page)).toBe(`/${locale}/account/reset/sent/`);
    await expectPage(page, 'h1');
    await site.settle();
  });

  it('the pages from a number by its code to the new password, each with its problem', async () => {
    const { phone } = await addAccount(site);
    const page = await open('/account/reset/');
    await page.fill('#identifier', phone);
    await submit(page);
    await expectPage(page, '#code');
    const code = codeIn(await waitForText(site.twilio, phone));
    await page.fill('#code', otherThan(code));
    await submit(page);
    await expectPage(page, '#code[aria-invalid]');
    await page.fill('#code', code);
    await submit(page);
    await expectPage(page, '#password');
    await page.fill('#password', 'short');
    await submit(page);
    await expectPage(page, '#password[aria-invalid]');
    await page.fill('#password', GOOD);
    await submit(page);
    expect(pathOf(page)).toBe(`/${locale}/account/password-changed/`);
    await expectPage(page, 'h1');
    await site.settle();
  });

  it('the page for the code on another device, a closed link, a lock, and a page that is not there', async () => {
    const page = await open('/account/reset/code/');
    await submit(page);
    await expectPage(page, '.error-summary a[href="#identifier"]');
    await page.goto(`${site.origin}/${locale}/account/new-password/`);
    await expectPage(page, `main a[href="/${locale}/account/reset/"]`);
    const identifier = `nobody-${randomUUID()}`;
    for (let count = 0; count < limits.REQUESTS_BEFORE_LOCK; count += 1)
      await post('/en/account/reset/', { identifier });
    await page.goto(`${site.origin}/${locale}/account/reset/`);
    await page.fill('#identifier', identifier);
    await submit(page);
    await expectPage(page, 'main time');
    await page.goto(`${site.origin}/${locale}/nothing-here/`);
    await expectPage(page, 'h1');
    await site.settle();
  });
});

describe('a visitor without a mouse', () => {
  /** Presses Tab until this has the focus, which can be seen. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate((wanted) => {
        const active = document.activeElement;
        const style = active && getComputedStyle(active);
        return { isThere: active?.matches(wanted) ?? false, outline: style?.outlineStyle, width: style?.outlineWidth };
      }, selector);
      if (!focus.isThere) continue;
      expect([focus.outline, focus.width], selector).not.toContain('none');
      expect(focus.width, selector).not.toBe('0px');
      return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  }

  it('comes from the home page by mobile number to a new password', async () => {
    const { username, phone } = await addAccount(site);
    const page = await visitors.open({ locale: 'en', extraHTTPHeaders: newVisitor() });
    await page.goto(`${site.origin}/en/`);
    await tabTo(page, 'main a[href="/en/account/reset/"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/account/reset/');
    await tabTo(page, '#identifier');
    await page.keyboard.type(`0${phone.slice(3)}`);
    await tabTo(page, '#country');
    await page.keyboard.type('United King');
    expect(await page.inputValue('#country')).toBe('GB');
    await tabTo(page, 'main button[type=submit]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/account/reset/code/');

    const code = codeIn(await waitForText(site.twilio, phone));
    await tabTo(page, '#code');
    await page.keyboard.type(otherThan(code));
    await page.keyboard.press('Enter');
    await page.waitForSelector('.error-summary');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await tabTo(page, '.error-summary a');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/account/new-password/');
    await tabTo(page, '#password');
    await page.keyboard.type(GOOD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/account/password-changed/');
    expect(await isPassword(username, GOOD)).toBe(true);
    await site.settle();
  });
});

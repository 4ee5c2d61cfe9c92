/** What was typed to support and not sent: kept on the device, each form by itself, until it has arrived. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DRAFT_ENTRY } from '../../src/shared/ticket-limits';
import { newVisitor } from '../harness/accounts';
import { useBrowser } from '../harness/browser';
import { useSite } from '../harness/worker';

const site = useSite();
const visitors = useBrowser();

const submit = (page: Page) => page.click('main form button[type=submit]');
const pathOf = (page: Page) => new URL(page.url()).pathname;
const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** Longer than the quickest that a person can be. */
const READING_MILLISECONDS = 2100;

function openSite(locale: string): Promise<Page> {
  return visitors.open({ locale, extraHTTPHeaders: newVisitor() });
}

/** Sends a ticket, and opens its page. */
async function openTicket(page: Page): Promise<void> {
  await page.goto(`${site.origin}/en/contact/hacked/`);
  await page.waitForTimeout(READING_MILLISECONDS);
  await page.fill('#email', newEmail());
  await page.fill('#account', 'maya');
  await submit(page);
  await page.click('main p:last-child a');
}

/** Sends a form that never arrives, and steps back to it. */
async function sendInVain(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await submit(page);
  await page.waitForTimeout(500);
  await page.context().setOffline(false);
  await page.goBack();
}

describe('a draft', () => {
  it('keeps what was typed through a closed tab, and forgets it once it is sent', async () => {
    const page = await openSite('en');
    const form = `${site.origin}/en/contact/other/`;
    await page.goto(form);
    await page.fill('#message', 'kept words');
    const again = await page.context().newPage();
    await page.close();
    await again.goto(form);
    expect(await again.inputValue('#message')).toBe('kept words');
    await again.fill('#email', newEmail());
    await again.waitForTimeout(READING_MILLISECONDS);
    await submit(again);
    expect(pathOf(again)).toBe('/en/contact/sent/');
    await again.waitForFunction(() => localStorage.length === 0);
  });

  it('keeps a draft that was not sent, whatever page is opened from the history meanwhile', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/other/`);
    await page.fill('#message', 'not sent yet');
    await page.goto(`${site.origin}/en/contact/sent/`);
    await page.goto(`${site.origin}/en/contact/other/`);
    expect(await page.inputValue('#message')).toBe('not sent yet');
  });

  it('forgets a draft that is too old on the page that asks what happened', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/other/`);
    await page.fill('#message', 'old words');
    await page.evaluate((entry) => {
      const draft = JSON.parse(localStorage.getItem(entry) ?? '{}');
      localStorage.setItem(entry, JSON.stringify({ ...draft, at: draft.at - 7_300_000 }));
    }, DRAFT_ENTRY);
    await page.goto(`${site.origin}/en/contact/`);
    await page.waitForFunction(() => localStorage.length === 0);
  });

  it('keeps what is added to a ticket through an hour without cookies, apart from other forms', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/hacked/`);
    await page.waitForTimeout(READING_MILLISECONDS);
    await page.fill('#email', newEmail());
    await page.fill('#account', 'maya');
    await submit(page);
    expect(await page.locator('.exit a').isVisible()).toBe(true);
    await page.goto(`${site.origin}/en/contact/ticket/`);
    await page.fill('#message', 'and one thing more');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await submit(page);
    expect(await page.inputValue('#kept')).toBe('and one thing more');
    await page.goto(`${site.origin}/en/contact/other/`);
    expect(await page.inputValue('#message')).toBe('');
    await page.context().addCookies(cookies);
    await page.goto(`${site.origin}/en/contact/ticket/`);
    expect(await page.inputValue('#message')).toBe('and one thing more');
    await page.waitForTimeout(READING_MILLISECONDS);
    await submit(page);
    expect(await page.getByRole('status').textContent()).toContain('added');
    await page.waitForFunction(() => localStorage.length === 0);
  });

  it('clears what was kept when the visitor wants it', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/other/`);
    await page.fill('#message', 'words');
    await page.click('.draft button');
    expect(await page.inputValue('#message')).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('stays when what was added to a ticket never arrived, although an addition before it did', async () => {
    const page = await openSite('en');
    await openTicket(page);
    await page.fill('#message', 'the first');
    await page.waitForTimeout(READING_MILLISECONDS);
    await submit(page);
    expect(await page.getByRole('status').textContent()).toContain('added');
    await page.fill('#message', 'the second');
    await sendInVain(page);
    expect(await page.inputValue('#message')).toBe('the second');
  });

  it('stays with its own form when another one is sent, which asks for the address only once', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/other/`);
    await page.fill('#message', 'a question');
    const tab = await page.context().newPage();
    await tab.goto(`${site.origin}/en/contact/cannot-log-in/`);
    expect(await tab.inputValue('#message')).toBe('');
    await tab.fill('#message', 'a problem');
    await tab.fill('#email', newEmail());
    await page.reload();
    expect(await page.inputValue('#email')).toBe(await tab.inputValue('#email'));
    await tab.waitForTimeout(READING_MILLISECONDS);
    await submit(tab);
    expect(pathOf(tab)).toBe('/en/contact/sent/');
    await page.reload();
    expect(await page.inputValue('#message')).toBe('a question');
  });

  it('is gone after a quick exit, also for whoever steps back', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/hacked/`);
    await page.waitForTimeout(READING_MILLISECONDS);
    await page.fill('#email', newEmail());
    await page.fill('#account', 'maya');
    await page.fill('#message', 'secret words');
    await submit(page);
    await page.evaluate(() => localStorage.clear());
    await page.goBack();
    expect(pathOf(page)).toBe('/en/contact/hacked/');
    for (const field of ['#email', '#account', '#message']) expect(await page.inputValue(field)).toBe('');
  });

  it('is not cut: a text that is too long is told so, with all its words', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/contact/other/`);
    await page.waitForTimeout(READING_MILLISECONDS);
    await page.fill('#message', 'a'.repeat(4000));
    await page.fill('#email', newEmail());
    await submit(page);
    expect(await page.textContent('main')).toContain('3,000');
    expect(await page.inputValue('#message')).toHaveLength(4000);
  });
});

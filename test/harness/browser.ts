/** Chromium for journeys. A page that logs an error, throws, or breaks its own CSP fails the test. */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

export interface Visit extends BrowserContextOptions {
  /** @default true */
  readonly javaScript?: boolean;
}

export interface Visitors {
  /** A new visitor, without cookies: a page of a context of its own, closed after the test. */
  open(visit?: Visit): Promise<Page>;
}

/** Starts Chromium for the tests of this file. */
export function useBrowser(): Visitors {
  let browser: Browser;
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROME_PATH,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const found = faults;
    faults = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(found, 'a page reported errors').toEqual([]);
  });

  return {
    async open({ javaScript = true, ...options } = {}) {
      const context = await browser.newContext({ javaScriptEnabled: javaScript, ...options });
      const page = await context.newPage();
      watch(page, (fault) => faults.push(fault));
      return page;
    },
  };
}

/** Reports what went wrong in a page. That a document's own answer is an error page (404, 429) is no fault. */
function watch(page: Page, report: (fault: string) => void): void {
  const errorPages = new Set<string>();
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400) errorPages.add(response.url());
  });
  page.on('pageerror', (error) => report(`${page.url()}: ${error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (errorPages.has(message.location().url) && message.text().startsWith('Failed to load resource')) return;
    report(`${page.url()}: ${message.text()}`);
  });
}

/**
 * Fails with axe's findings (WCAG 2.2 A and AA, and its best practices), one line for each element. No page has frames, so
 * that axe needs no second window to gather what it finds in them.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const lines = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target}`));
  expect(lines, `axe on ${page.url()}`).toEqual([]);
}

/** The same in light and in dark. */
export async function expectAccessibleInBothSchemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
}

/** A visitor who reads: questions, languages, links to share; with scripts and without. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from '../harness/browser';
import { useSite } from '../harness/worker';

const site = useSite();
const visitors = useBrowser();

const ARTICLE = 'logging-in/help-with-logging-in';
const at = (path: string) => `${site.origin}${path}`;
const pathOf = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash;
const isOpen = (page: Page, id: string) =>
  page.locator(`details:has(#${id})`).evaluate((node) => (node as HTMLDetailsElement).open);
const withAndWithout = [
  ['with JavaScript', true],
  ['without JavaScript', false],
] as const;

async function chooseLanguage(page: Page, lang: string): Promise<void> {
  await page.click('.languages summary');
  await page.click(`.languages a[hreflang="${lang}"]`);
}

describe('a question', () => {
  it.each(withAndWithout)('is opened by its link: %s', async (_, javaScript) => {
    const page = await visitors.open({ javaScript });
    await page.goto(at(`/en/${ARTICLE}/#locked-out`));
    await page.waitForTimeout(100);
    expect(await page.locator('#locked-out').isVisible()).toBe(true);
    expect(await page.locator('#forgot-password').isVisible()).toBe(false);
  });

  it('opens with all the others at one press', async () => {
    const page = await visitors.open({ locale: 'en' });
    await page.goto(at(`/en/${ARTICLE}/`));
    await page.click('main button:has-text("Open all answers")');
    expect(await page.locator('details.question:not([open])').count()).toBe(0);
    await expectAccessible(page);
  });
});

describe('the language switcher', () => {
  it.each(withAndWithout)('keeps the page in both directions: %s', async (_, javaScript) => {
    const page = await visitors.open({ javaScript, locale: 'en' });
    await page.goto(at(`/en/${ARTICLE}/`));
    await chooseLanguage(page, 'ar');
    await page.waitForURL(at(`/ar/${ARTICLE}/`));
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    await chooseLanguage(page, 'en');
    await page.waitForURL(at(`/en/${ARTICLE}/`));
    expect(await page.getAttribute('html', 'dir')).toBe('ltr');
  });

  it('keeps the open question, and the choice for links to share', async () => {
    const page = await visitors.open({ locale: 'en' });
    await page.goto(at(`/en/${ARTICLE}/#hacked-account`));
    await chooseLanguage(page, 'ja');
    await page.waitForURL(at(`/ja/${ARTICLE}/#hacked-account`));
    expect(await isOpen(page, 'hacked-account')).toBe(true);
    await page.goto(at(`/${ARTICLE}/`));
    expect(pathOf(page)).toBe(`/ja/${ARTICLE}/`);
  });
});

describe('a link to share', () => {
  it.each([
    ['ar', 'ar', withAndWithout[0][1]],
    ['es-MX', 'es', withAndWithout[1][1]],
    ['eo', 'en', withAndWithout[0][1]],
  ])('leads a reader of %s to the page in %s, its question open', async (language, locale, javaScript) => {
    const page = await visitors.open({ javaScript, locale: language });
    await page.goto(at(`/${ARTICLE}/#hacked-account`));
    expect(pathOf(page)).toBe(`/${locale}/${ARTICLE}/#hacked-account`);
    await page.waitForTimeout(100);
    expect(await page.locator('#hacked-account').isVisible()).toBe(true);
  });

  it('is copied without a language, a question’s with its id', async () => {
    const page = await visitors.open({ locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(at(`/en/${ARTICLE}/`));
    await page.click('.share a[data-copy]');
    await expect.poll(copied).toMatch(new RegExp(`/${ARTICLE}/$`));
    expect(await copied()).not.toContain('/en/');
    await page.click('summary:has-text("My account was hacked")');
    await page.click('#hacked-account a[data-copy]');
    await expect.poll(copied).toMatch(new RegExp(`/${ARTICLE}/#hacked-account$`));
  });

  it('is a plain link to each service without JavaScript, and asks nobody else for anything', async () => {
    const page = await visitors.open({ javaScript: false });
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(at(`/ar/${ARTICLE}/`));
    const links = await page
      .locator('.share a')
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
    expect(links.map((link) => new URL(link).host || new URL(link).protocol)).toEqual(
      expect.arrayContaining(['wa.me', 't.me', 'x.com', 'mailto:']),
    );
    expect([...hosts]).toEqual([site.origin]);
  });
});

describe.each(['en', 'ar', 'ja'])('every kind of page in %s', (locale) => {
  const inBothSchemes = ['', `${ARTICLE}/`, 'account/reset/'];
  const pages = [
    ...inBothSchemes,
    'logging-in/',
    'logging-in/hacked-account/',
    'all/',
    'no-such-page/',
    'account/reset/sent/',
    'account/new-password/',
    'account/password-changed/',
  ];

  it('is accessible, and readable at 320 pixels', async () => {
    const page = await visitors.open({ locale, viewport: { width: 320, height: 640 } });
    for (const path of pages) {
      await page.goto(at(`/${locale}/${path}`));
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${path} at 320 px`).toBeLessThanOrEqual(320);
    }
  });

  it('is accessible in the dark', async () => {
    const page = await visitors.open({ locale, colorScheme: 'dark' });
    for (const path of inBothSchemes) {
      await page.goto(at(`/${locale}/${path}`));
      await expectAccessible(page);
    }
  });
});

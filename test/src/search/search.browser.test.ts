/** Search as visitors meet it: typing, keys, touch, other languages, weak lines, and no JavaScript at all. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allTopics } from '../../../src/lib/topics';
import { expectAccessible, useBrowser } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();

const field = 'input[name=q]';
const list = '.search-popup:not([hidden])';
const options = `${list} [role=option]`;
const at = (path: string) => new URL(path, site.origin).href;

async function typeQuery(page: Page, query: string): Promise<void> {
  await page.fill(field, '');
  await page.focus(field);
  await page.keyboard.insertText(query);
}

/** Opens a page, types a query and waits for what it brings. */
async function search(page: Page, path: string, query: string): Promise<void> {
  await page.goto(at(path));
  await typeQuery(page, query);
  await page.waitForSelector(list);
}

const activeOption = async (page: Page) => {
  const id = await page.getAttribute(field, 'aria-activedescendant');
  return id === null ? undefined : page.locator(`#${id}`);
};

describe('a page with a search field', () => {
  it('loads nothing for search until a visitor turns to the field', async () => {
    const page = await visitors.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(at('/en/'));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/_search/'))).toEqual([]);
    await page.focus(field);
    await page.waitForSelector(`${field}[role=combobox]`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/_search/')).sort()).toEqual([
      '/_search/client.css',
      '/_search/client.js',
      '/_search/en/index.json',
    ]);
  });
});

describe('typing', () => {
  it('lists results with marked words, and says how many there are', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    const titles = await page.locator(`${options} .search-title`).allTextContents();
    expect(titles[0]).toBe('Your account was hacked');
    expect(await page.locator(`${options} mark`).first().textContent()).toBe('hacked');
    expect(await page.textContent('.search-status')).toBe(`${titles.length} results`);
  });

  it('leads to the question itself, unfolded', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'my account was hacked');
    await page.click(`${options}:has-text("Help with logging in")`);
    await page.waitForURL('**/en/logging-in/help-with-logging-in/#hacked-account');
    expect(await page.locator('details:has(#hacked-account)').getAttribute('open')).not.toBeNull();
  });

  it('starts with what was typed before the client was there', async () => {
    const page = await visitors.open();
    await page.route('**/_search/client.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await search(page, '/en/', 'hacked');
    expect(await page.locator(options).count()).toBeGreaterThan(0);
  });

  it('drops the answer to an earlier query that comes late', async () => {
    const page = await visitors.open();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/_search/en/*/articles-*.json', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(at('/en/'));
    const asked = page.waitForRequest('**/articles-*.json');
    await typeQuery(page, 'hacked');
    await asked;
    await typeQuery(page, 'xylophone');
    await page.waitForSelector(`${list} p:has-text("xylophone")`);
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.textContent(`${list} p`)).toContain('xylophone');
    expect(await page.locator(options, { hasText: 'hacked' }).count()).toBe(0);
  });

  it('closes the list when the field is emptied', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    await page.fill(field, '');
    await page.waitForSelector(list, { state: 'hidden' });
    expect(await page.getAttribute(field, 'aria-expanded')).toBe('false');
  });

  it('never takes what was typed for markup', async () => {
    const page = await visitors.open();
    await search(page, '/en/', '<q7><qzq>qqzz');
    expect(await page.textContent(`${list} p`)).toContain('“<q7><qzq>qqzz”');
    expect(await page.locator('.search-popup q7, .search-popup qzq').count()).toBe(0);
  });
});

describe('the combobox', () => {
  it('is used with keys alone', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    expect(await activeOption(page)).toBeUndefined();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = page.locator(options).nth(1);
    expect(await (await activeOption(page))?.getAttribute('href')).toBe(await second.getAttribute('href'));
    expect(await second.getAttribute('aria-selected')).toBe('true');
    expect(await page.locator(`${options}[aria-selected=true]`).count()).toBe(1);
    const href = (await second.getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(at(href));
  });

  it('keeps the text on Escape, and clears it on the second', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    await page.keyboard.press('Escape');
    await page.waitForSelector(list, { state: 'hidden' });
    expect(await page.inputValue(field)).toBe('hacked');
    await page.keyboard.press('Escape');
    expect(await page.inputValue(field)).toBe('');
  });

  it('goes back to the text with Home, and on with Tab', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    expect(await activeOption(page)).toBeUndefined();
    expect(await page.$eval(field, (input) => (input as HTMLInputElement).selectionStart)).toBe(0);
    await page.keyboard.press('Tab');
    await page.waitForSelector(list, { state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  });

  it('sends the form on Enter while no option is active', async () => {
    const page = await visitors.open();
    await search(page, '/en/', 'hacked');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/all/?q=hacked');
  });

  it('works by touch', async () => {
    const page = await visitors.open({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } });
    await page.goto(at('/en/'));
    await page.tap(field);
    await page.keyboard.insertText('hacked');
    await page.locator(options).first().tap();
    await page.waitForURL('**/en/logging-in/hacked-account/');
  });

  it('waits for an input method to finish, and leaves its keys alone', async () => {
    const page = await visitors.open();
    await page.goto(at('/ja/'));
    await page.focus(field);
    await page.waitForSelector(`${field}[role=combobox]`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ぱすわーど', selectionStart: 5, selectionEnd: 5 });
    await page.waitForTimeout(500);
    expect(await page.locator(list).count()).toBe(0);
    await devtools.send('Input.insertText', { text: 'パスワード' });
    await page.waitForSelector(options);
    expect(await page.inputValue(field)).toBe('パスワード');
  });

  it.each([
    ['en', 'hacked', 'ltr'],
    ['ar', 'كلمه المرور', 'rtl'],
    ['ja', 'ログインできない', 'ltr'],
    ['ar', 'stolen', 'ltr'],
    ['en', 'xylophone', 'ltr'],
  ])('has no fault that axe knows, open on a phone (%s: %s)', async (locale, query, dir) => {
    const page = await visitors.open({ locale, viewport: { width: 320, height: 640 } });
    await search(page, `/${locale}/logging-in/`, query);
    await page.keyboard.press('ArrowDown');
    const option = page.locator(options).first();
    expect(await option.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  });
});

describe('where the reader’s language knows nothing', () => {
  it('the next language of the chain helps, under its own name', async () => {
    const page = await visitors.open();
    await search(page, '/ar/', 'stolen');
    const group = page.locator(`${list} [role=group]`);
    expect(await group.getAttribute('aria-label')).toBe('English');
    expect(await group.getAttribute('lang')).toBe('en');
    expect(await group.getAttribute('dir')).toBe('ltr');
    expect(await page.textContent('.search-status')).toMatch(/^English: /);
    await group.locator('a').first().click();
    await page.waitForURL('**/ar/logging-in/**');
  });

  it('the reset form, the topics and all articles are offered where no language helps', async () => {
    const page = await visitors.open();
    await search(page, '/es/', 'zzzzqqqq');
    expect(await page.textContent(`${list} p`)).toContain('«zzzzqqqq»');
    expect(await page.textContent('.search-status')).toContain('zzzzqqqq');
    const links = await page.locator(options).evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    const topics = allTopics.map((topic) => `/es/${topic}/`);
    expect(links).toEqual(['/es/account/reset/', ...topics, '/es/all/']);
  });
});

describe('a network that fails', () => {
  it('is said, with a way on', async () => {
    const page = await visitors.open();
    await page.goto(at('/en/'));
    await page.focus(field);
    await page.waitForLoadState('networkidle');
    await page.route('**/_search/en/*/articles-*.json', (route) => route.fulfill({ status: 204 }));
    await page.keyboard.insertText('hacked');
    await page.waitForSelector(`${list} p:has-text("does not answer")`);
    expect(await page.locator(options).count()).toBeGreaterThan(0);
  });
});

describe('a page that is opened with a query', () => {
  it('lists all its results', async () => {
    const page = await visitors.open();
    await page.goto(at('/en/all/?q=pasword'));
    await page.waitForSelector('.search-results a');
    expect(await page.textContent('.search-results h2')).toBe('Results for “pasword”');
    expect(await page.inputValue(field)).toBe('pasword');
    await expectAccessible(page);
  });

  it('searches for what was meant where nothing is', async () => {
    const page = await visitors.open();
    await page.goto(at('/en/logging-in/my-account-was-hacked.html'));
    await page.waitForSelector('.search-results a');
    expect(await page.textContent('.search-results .search-title')).toMatch(/hacked/);
    expect(await page.inputValue(field)).toBe('logging in my account was hacked');
  });

  it('shows every article by topic without JavaScript', async () => {
    const page = await visitors.open({ javaScript: false });
    await page.goto(at('/en/'));
    await page.fill(field, 'hacked');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/all/?q=hacked');
    expect(await page.locator('main a[href="/en/logging-in/hacked-account/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.search-results').isVisible()).toBe(false);
  });
});

/** The question about optional data, where an operator wants some: with scripts and without; and no trace of it where none does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CONSENT_SECONDS } from '../../src/shared/consent-cookie';
import { expectAccessibleInBothSchemes, useBrowser } from '../harness/browser';
import { useConfiguredSite } from '../harness/configured-site';

const measured = { host: 'https://stats.example', script: 'https://stats.example/count.js' };
const site = useConfiguredSite({
  searchCounts: true,
  measurement: { script: measured.script, origins: [measured.host], stores: [{ kind: 'cookie', name: 'stats_*' }] },
});
const visitors = useBrowser();

const KEY = 'logging-in/locked-out';
const ways = (['en', 'ar'] as const).flatMap((locale) =>
  [true, false].map(
    (javaScript) => [`in ${locale}, ${javaScript ? 'with' : 'without'} JavaScript`, locale, javaScript] as const,
  ),
);
const banner = (page: Page) => page.locator('section.consent');

/** A visitor, and every host that their pages ask for anything. */
async function visit(locale: string, javaScript = true, options: BrowserContextOptions = {}) {
  const page = await visitors.open({ javaScript, locale, ...options });
  const hosts = new Set<string>();
  await page
    .context()
    .route(`${measured.host}/**`, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const open = (path: string) => page.goto(`${site.origin}/${locale}/${path}`, { waitUntil: 'networkidle' });
  return { page, hosts, open };
}

async function answerIn(page: Page): Promise<string | undefined> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'consent');
  return cookie?.value;
}

describe('the question about optional data', () => {
  it.each(ways)(
    'H7 refused, is not asked again, and nobody else is asked for anything: %s',
    async (_, locale, javaScript) => {
      const { page, hosts, open } = await visit(locale, javaScript);
      await open(`${KEY}/`);
      expect(await banner(page).isVisible()).toBe(true);
      await banner(page).locator('[value=refuse]').click();
      expect(page.url()).toBe(`${site.origin}/${locale}/${KEY}/`);
      expect(await answerIn(page)).toBe('search-no.measurement-no');
      for (const path of [`${KEY}/`, '', 'all/']) {
        await open(path);
        expect(await banner(page).isVisible()).toBe(false);
      }
      expect([...hosts]).toEqual([site.origin]);
    },
  );

  it.each(ways)(
    'H7 accepted, is not asked again, and changed at the foot of the page: %s',
    async (_, locale, javaScript) => {
      const { page, hosts, open } = await visit(locale, javaScript);
      await open('');
      expect([...hosts]).toEqual([site.origin]);
      await banner(page).locator('[value=accept]').click();
      await page.waitForLoadState('networkidle');
      expect(new URL(page.url()).pathname).toBe(`/${locale}/`);
      expect(await answerIn(page)).toBe('search-yes.measurement-yes');
      expect(await banner(page).isVisible()).toBe(false);
      expect(hosts.has(measured.host)).toBe(javaScript);

      await page.click(`.site-footer a[href="/${locale}/privacy-choices/"]`);
      expect(await page.isChecked('[name=measurement][value=yes]')).toBe(true);
      await page.check('[name=measurement][value=no]');
      await page.click('main button[type=submit]');
      expect(page.url()).toBe(`${site.origin}/${locale}/privacy-choices/#saved`);
      await page.waitForSelector('#saved');
      expect(await answerIn(page)).toBe('search-yes.measurement-no');
      hosts.clear();
      await open('');
      expect([...hosts]).toEqual([site.origin]);
    },
  );

  it('is kept for six months in a cookie of this site alone', async () => {
    const { page, open } = await visit('en');
    await open('');
    await banner(page).locator('[value=refuse]').click();
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'consent', domain: 'localhost', path: '/', sameSite: 'Lax', httpOnly: false });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeCloseTo(CONSENT_SECONDS, -2);
  });

  it('has two answers of the same size, colour and weight', async () => {
    const { page, open } = await visit('en');
    await open('');
    const [accept, refuse] = await banner(page)
      .locator('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
          const { width, height } = button.getBoundingClientRect();
          return { color, backgroundColor, borderColor, fontSize, fontWeight, width, height };
        }),
      );
    expect(accept).toEqual(refuse);
  });

  it.each([
    ['Global Privacy Control', { 'Sec-GPC': '1' }],
    ['Do Not Track', { DNT: '1' }],
  ])('is not asked without JavaScript where the browser says no by %s', async (_, extraHTTPHeaders) => {
    const { page, open } = await visit('en', false, { extraHTTPHeaders });
    await open('');
    expect(await banner(page).isVisible()).toBe(false);
    await open('privacy-choices/');
    expect(await page.locator('main form').count()).toBe(0);
    expect(await page.textContent('main')).toContain('We take this as a no');
  });

  it.each(['globalPrivacyControl', 'doNotTrack'])(
    'is not asked where the browser says no to scripts by %s',
    async (property) => {
      const { page, hosts, open } = await visit('en');
      await page.addInitScript(
        (name) => Object.defineProperty(navigator, name, { value: name === 'doNotTrack' ? '1' : true }),
        property,
      );
      await page.context().addCookies([{ name: 'consent', value: 'search-yes.measurement-yes', url: site.origin }]);
      await open('');
      expect([...hosts]).toEqual([site.origin]);
      await page.context().clearCookies();
      await open('');
      expect(await banner(page).isVisible()).toBe(false);
    },
  );

  it('is not asked in the middle of a form', async () => {
    const { page, open } = await visit('en');
    await open('account/reset/');
    expect(await banner(page).count()).toBe(0);
  });

  it.each(['en', 'ar', 'ja'])('is accessible, and readable at 320 pixels, in light and dark: %s', async (locale) => {
    const { page, open } = await visit(locale, true, { viewport: { width: 320, height: 640 } });
    for (const path of [`${KEY}/`, 'privacy-choices/']) {
      await open(path);
      await expectAccessibleInBothSchemes(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});

describe('a search that finds nothing', () => {
  const words = async () => {
    const { results } = await site.database.prepare('SELECT words, count FROM missed_searches').all();
    return results;
  };
  async function search(page: Page, query: string): Promise<void> {
    await page.fill('input[type=search]', query);
    await page.waitForSelector('.search-popup p:not([hidden])');
    await page.waitForTimeout(2500);
  }

  it('is reported after consent alone, by its words', async () => {
    const { page, open } = await visit('en');
    await open('');
    await search(page, 'zeppelin');
    expect(await words()).toEqual([]);
    await banner(page).locator('[value=accept]').click();
    await search(page, 'zeppelin 482913');
    expect(await words()).toEqual([{ words: 'zeppelin', count: 1 }]);
  });
});

describe('a page where nothing is asked', () => {
  const read = (folder: string) => readFileSync(join(folder, 'en', KEY, 'index.html'), 'utf8');

  it('carries no byte of the question', () => {
    const plain = read('dist/client');
    expect(read(site.clientFolder)).toContain('class="consent"');
    expect(plain).not.toMatch(/consent|privacy-choices|search-miss/);
    expect(plain).not.toContain(measured.host);
  });
});

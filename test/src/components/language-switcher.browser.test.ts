import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { enabledLocales } from '../../../src/shared/locales';
import { expectAccessible, useBrowser } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();

const path = 'logging-in/help-with-logging-in/';
const question = 'no-text-message';

async function chooseLanguage(page: Page, label: string): Promise<void> {
  await page.locator('.languages summary').click();
  await page.locator('.languages').getByRole('link', { name: label }).click();
}

/** Path and fragment of the page. */
function placeOf(page: Page): string {
  return page.url().slice(site.origin.length);
}

function isOpen(page: Page, id: string): Promise<boolean> {
  return page.locator(`details:has(#${id})`).evaluate((details) => (details as HTMLDetailsElement).open);
}

describe('the language menu', () => {
  test('keeps the page and the open question, from left to right and back', async () => {
    const page = await visitors.open({ locale: 'en-GB' });
    await page.goto(`${site.origin}/en/${path}`);
    await page.locator(`details:has(#${question}) summary`).click();

    await chooseLanguage(page, 'العربية');
    await page.waitForURL(/\/ar\//);
    expect(placeOf(page)).toBe(`/ar/${path}#${question}`);
    expect(await isOpen(page, question)).toBe(true);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');

    await chooseLanguage(page, 'English');
    await page.waitForURL(/\/en\//);
    expect(placeOf(page)).toBe(`/en/${path}#${question}`);
    expect(await isOpen(page, question)).toBe(true);
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  });

  test('names each language in that language, and says which one is read', async () => {
    const page = await visitors.open({ locale: 'ja-JP' });
    await page.goto(`${site.origin}/ja/${path}`);
    const links = page.locator('.languages a');
    expect(
      await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute('lang'), link.getAttribute('dir'), link.textContent]),
      ),
    ).toEqual(enabledLocales.map(({ lang, dir, label }) => [lang, dir, label]));
    expect(await page.locator('.languages [aria-current]').textContent()).toBe('日本語');
  });

  test('works without scripts', async () => {
    const page = await visitors.open({ locale: 'en-GB', javaScript: false });
    await page.goto(`${site.origin}/en/account/reset/`);
    await chooseLanguage(page, 'العربية');
    expect(placeOf(page)).toBe('/ar/account/reset/');
  });
});

describe('a link without a language', () => {
  test('opens in the language of the browser, with its question', async () => {
    const page = await visitors.open({ locale: 'es-MX' });
    await page.goto(`${site.origin}/${path}#${question}`);
    expect(placeOf(page)).toBe(`/es/${path}#${question}`);
    expect(await isOpen(page, question)).toBe(true);
  });

  test('opens in the language that the reader chose before', async () => {
    const page = await visitors.open({ locale: 'es-MX' });
    await page.goto(`${site.origin}/es/${path}`);
    await chooseLanguage(page, '日本語');
    await page.waitForURL(/\/ja\//);
    await page.goto(`${site.origin}/`);
    expect(placeOf(page)).toBe('/ja/');
  });

  test('opens in the language of the browser without scripts, too', async () => {
    const page = await visitors.open({ locale: 'ar-EG', javaScript: false });
    await page.goto(`${site.origin}/${path}`);
    expect(placeOf(page)).toBe(`/ar/${path}`);
  });
});

describe('a page in another language than the reader’s', () => {
  const offerOn = (page: Page) => page.locator('.offer');

  test('stays, and offers theirs in that language', async () => {
    const page = await visitors.open({ locale: 'ar-EG' });
    await page.goto(`${site.origin}/en/${path}#${question}`);
    const link = offerOn(page).getByRole('link', { name: 'قراءة هذه الصفحة بالعربية' });
    await link.waitFor();
    expect(placeOf(page)).toBe(`/en/${path}#${question}`);
    expect([await offerOn(page).getAttribute('lang'), await offerOn(page).getAttribute('dir')]).toEqual(['ar', 'rtl']);
    await expectAccessible(page);

    await link.click();
    await page.waitForURL(/\/ar\//);
    expect(placeOf(page)).toBe(`/ar/${path}#${question}`);
  });

  test('remembers a no', async () => {
    const page = await visitors.open({ locale: 'ja-JP' });
    await page.goto(`${site.origin}/en/${path}`);
    await offerOn(page).getByRole('button', { name: '表示しない' }).click();
    expect(await offerOn(page).count()).toBe(0);
    await page.goto(`${site.origin}/en/`, { waitUntil: 'networkidle' });
    expect(await offerOn(page).count()).toBe(0);
  });

  test('offers nothing after the reader has chosen it', async () => {
    const page = await visitors.open({ locale: 'ja-JP' });
    await page.goto(`${site.origin}/ja/${path}`);
    await chooseLanguage(page, 'English');
    await page.waitForURL(/\/en\//);
    await page.waitForLoadState('networkidle');
    expect(await offerOn(page).count()).toBe(0);
  });

  test('offers nothing to a reader of a language that the site does not have', async () => {
    const page = await visitors.open({ locale: 'sw-KE' });
    await page.goto(`${site.origin}/en/`, { waitUntil: 'networkidle' });
    expect(await offerOn(page).count()).toBe(0);
  });
});

test('a page in the reader’s language loads nothing more than itself', async () => {
  const page = await visitors.open({ locale: 'en-GB' });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/en/${path}`, { waitUntil: 'networkidle' });
  expect(requested.filter((name) => name !== '/icon.svg')).toEqual([`/en/${path}`]);
});

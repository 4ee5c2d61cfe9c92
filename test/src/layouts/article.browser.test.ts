import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser, type Visit } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();

const path = 'logging-in/help-with-logging-in/';
const phone = { width: 360, height: 740 };

async function read(fragment = '', visit: Visit = {}): Promise<Page> {
  const page = await visitors.open({ locale: 'en-GB', viewport: phone, ...visit });
  await page.goto(`${site.origin}/en/${path}${fragment}`);
  return page;
}

/** Where a link leads that names no language: the pages of the test know another origin than the Worker's. */
function pathOf(href: string | null): string {
  const { pathname, hash } = new URL(href ?? '');
  return pathname + hash;
}

function openQuestions(page: Page): Promise<string[]> {
  return page.locator('.question[open] > div').evaluateAll((answers) => answers.map(({ id }) => id));
}

describe('a question', () => {
  test.each([true, false])('is opened by its link, its title in view (scripts: %s)', async (javaScript) => {
    const page = await read('#locked-out', { javaScript });
    await expect.poll(() => page.locator('#locked-out').isVisible()).toBe(true);
    expect(await openQuestions(page)).toEqual(['locked-out']);
    const title = page.locator('.question:has(#locked-out) summary');
    await expect.poll(async () => (await title.boundingBox())?.y).toBeLessThan(phone.height);
    expect((await title.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  test('that is opened by hand stands in the address, and going back leaves the page', async () => {
    const page = await read();
    await page.getByText('I forgot my password', { exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#forgot-password');
    expect(await page.evaluate(() => history.length)).toBe(2);
  });

  test('is copied as a link without a language', async () => {
    const page = await read('#locked-out', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#locked-out [data-copy]').click();
    await expect.poll(() => page.locator('.toast').textContent()).toBe('Link copied');
    expect(pathOf(await page.evaluate(() => navigator.clipboard.readText()))).toBe(`/${path}#locked-out`);
  });

  test('is shared without a script by a link that anybody can open', async () => {
    const page = await read('#locked-out', { javaScript: false });
    const link = page.locator('#locked-out [data-copy]');
    expect(pathOf(await link.getAttribute('href'))).toBe(`/${path}#locked-out`);
  });
});

describe('all answers', () => {
  test('open by one button, and fold by it again', async () => {
    const page = await read();
    await page.getByRole('button', { name: 'Open all answers' }).click();
    expect(await openQuestions(page)).toHaveLength(9);
    await page.getByRole('button', { name: 'Close all answers' }).click();
    expect(await openQuestions(page)).toEqual([]);
  });

  test('have no button where no script can press it', async () => {
    const page = await read('', { javaScript: false });
    expect(await page.locator('button.open-all').count()).toBe(0);
  });

  test('are open on paper, and links say where they lead', async () => {
    const page = await read('', { javaScript: false });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#locked-out').isVisible()).toBe(true);
    const link = page.locator('#forgot-password a[href$="/account/reset/"]').first();
    const target = await link.evaluate((element) => getComputedStyle(element, '::after').content);
    expect(target).toMatch(/\(\u2066http.*\/en\/account\/reset\/\u2069\)/);
  });
});

describe('sharing an article', () => {
  test('names no language, and the question that is open', async () => {
    const page = await read();
    const links = page.locator('.share a');
    const shared = () =>
      links.evaluateAll((all) => all.map((link) => decodeURIComponent((link as HTMLAnchorElement).href)));
    expect((await shared()).every((href) => href.endsWith(`/${path}`) && !href.includes('/en/'))).toBe(true);
    await page.getByText('My account was hacked', { exact: true }).first().click();
    await expect
      .poll(async () => (await shared()).every((href) => href.endsWith(`/${path}#hacked-account`)))
      .toBe(true);
  });

  test("offers the system's own menu where there is one", async () => {
    const page = await visitors.open({ viewport: phone });
    await page.addInitScript(() => {
      navigator.share = async (data) => {
        document.title = `shared ${data?.url}`;
      };
    });
    await page.goto(`${site.origin}/en/${path}`);
    await page.locator('h1').click();
    const button = page.locator('.share button');
    await button.waitFor({ state: 'visible' });
    await button.click();
    expect(pathOf((await page.title()).replace('shared ', ''))).toBe(`/${path}`);
  });

  test('names to assistive technology only what is there: no empty place, no stroke between two links', async () => {
    const page = await visitors.open({ viewport: phone });
    await page.goto(`${site.origin}/en/${path}`);
    const [share, breadcrumbs] = await Promise.all(
      ['.share', '.breadcrumbs'].map((part) => page.locator(part).ariaSnapshot()),
    );
    expect(share).toContain('link "WhatsApp"');
    expect(share).not.toMatch(/- listitem$/m);
    expect(breadcrumbs).not.toContain('text: /');
  });
});

test('a legal page says that it is a sample while the operator has no name', async () => {
  const page = await visitors.open({ locale: 'en-GB', viewport: phone });
  await page.goto(`${site.origin}/en/privacy-and-rules/privacy/`);
  expect(await page.locator('.callout').textContent()).toContain('This page is a sample');
});

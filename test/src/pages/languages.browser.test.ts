import { expect, test } from 'vitest';
import { enabledLocales, localeToSegment } from '../../../src/shared/locales';
import { expectAccessible, useBrowser } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();

test.each(['en', 'ar', 'ja'])(
  'the page of languages names each, fits a small phone, and axe finds nothing: %s',
  async (locale) => {
    const page = await visitors.open({ locale, viewport: { width: 320, height: 640 } });
    await page.goto(`${site.origin}/${locale}/languages/`);
    const links = await page.locator('.progress a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(links)).toEqual(new Set(enabledLocales.map(({ code }) => `/${localeToSegment(code)}/`)));
    expect(links[0]).toBe(`/${locale}/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expectAccessible(page);
  },
);

test('the foot of every page leads to it', async () => {
  const page = await visitors.open({ locale: 'es', javaScript: false });
  await page.goto(`${site.origin}/es/logging-in/locked-out/`);
  await page.locator('footer a[href="/es/languages/"]').click();
  expect(await page.locator('h1').textContent()).toBe('Idiomas y traducciones');
});

test('a translation by a machine says so, and leads to a form for its mistakes; English does not', async () => {
  const page = await visitors.open({ locale: 'es', javaScript: false });
  await page.goto(`${site.origin}/es/logging-in/locked-out/`);
  const label = page.locator('.updated', { hasText: 'Traducido por una máquina.' });
  await label.getByRole('link', { name: 'Avisar de un error en la traducción' }).click();
  expect(new URL(page.url()).pathname).toBe('/es/contact/other/');
  await page.goto(`${site.origin}/en/logging-in/locked-out/`);
  expect(await page.locator('.updated a').count()).toBe(0);
});

/**
 * Takes the pictures of the README anew: `npm run pictures`, after `npm run build`.
 *
 * Home, an article, the reset form and the reset mail, in English and in Arabic, on a phone.
 */
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { resetMail } from '../functions/mail/reset-mail';
import { loadTranslate } from '../src/shared/catalog';
import type { Locale } from '../src/shared/locales';
import { formUrl, homeUrl, pageUrl } from '../src/shared/urls';
import { findChromium } from './local/chromium';
import { serveThrowawaySite } from './local/throwaway-site';

const FOLDER = 'docs/pictures';
const LOCALES = ['en', 'ar'] as const satisfies readonly Locale[];
const PHONE = { width: 390, height: 780 };

const pages = {
  home: homeUrl,
  article: (locale: Locale) => pageUrl(locale, 'logging-in/help-with-logging-in'),
  reset: (locale: Locale) => formUrl(locale, 'reset'),
} as const satisfies Record<string, (locale: Locale) => string>;

async function renderMail(locale: Locale): Promise<string> {
  const { html } = resetMail(await loadTranslate(locale), {
    locale,
    account: { username: 'maya', displayName: locale === 'ar' ? 'مايا' : 'Maya' },
    token: 'mW0aN9Jt3bQe5Zr8kXcU1yGd7hLp4sVf2oTi6EjRnAo',
    requestedAt: Date.UTC(2026, 10, 22, 14, 5),
    origin: 'https://help.example.com',
  });
  return html;
}

async function takePictures(browser: Browser, locale: Locale, origin: string): Promise<void> {
  const newPage = () => browser.newPage({ viewport: PHONE, locale, colorScheme: 'light' });
  const page = await newPage();
  for (const [name, pathOf] of Object.entries(pages)) {
    await page.goto(`${origin}${pathOf(locale)}`);
    await page.screenshot({ path: `${FOLDER}/${name}.${locale}.png` });
  }
  // A page of its own: the site's security policy would refuse the mail's inline styles.
  const mail = await newPage();
  await mail.setContent(await renderMail(locale));
  await mail.screenshot({ path: `${FOLDER}/mail.${locale}.png` });
}

await mkdir(FOLDER, { recursive: true });
await using site = await serveThrowawaySite();
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const locale of LOCALES) await takePictures(browser, locale, site.origin);
await browser.close();
console.log(`Pictures written to ${FOLDER}`);

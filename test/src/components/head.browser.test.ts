import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { enabledLocales } from '../../../src/shared/locales';
import { pageUrl } from '../../../src/shared/urls';
import { useBrowser } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();

interface Question {
  readonly name: string;
  readonly acceptedAnswer: { readonly text: string };
}

interface Thing {
  readonly '@type': string;
  readonly inLanguage?: string;
  readonly mainEntity?: readonly Question[];
}

async function readThings(page: Page): Promise<readonly Thing[]> {
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  return JSON.parse(json ?? '')['@graph'];
}

function addressesOf(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
}

/** The words of the page, however they are laid out. */
/** A text with every space alike: French has narrow ones. */
const spaced = (text: string) => text.replace(/\s+/g, ' ');

async function wordsOf(page: Page): Promise<string> {
  return spaced((await page.locator('article').textContent()) ?? '');
}

test.each(['', 'logging-in', 'logging-in/locked-out', 'account/reset'])(
  'all languages of /%s name each other, and each is its own canonical page',
  async (path) => {
    const page = await visitors.open({ locale: 'en-GB', javaScript: false });
    const own = enabledLocales.map(({ code }) => pageUrl(code, path));
    for (const url of own) {
      await page.goto(site.origin + url);
      expect(await addressesOf(page, 'link[rel=canonical]')).toEqual([url]);
      expect(await addressesOf(page, 'link[rel=alternate]:not([hreflang=x-default])')).toEqual(own);
      expect(await addressesOf(page, 'link[hreflang=x-default]')).toEqual([path === '' ? '/' : `/${path}/`]);
    }
  },
);

test('search engines are told no answer in any language that the page does not give', async () => {
  const page = await visitors.open({ locale: 'en-GB', javaScript: false });
  for (const { code, lang } of enabledLocales) {
    await page.goto(site.origin + pageUrl(code, 'logging-in/help-with-logging-in'));
    const faq = (await readThings(page)).find((thing) => thing['@type'] === 'FAQPage');
    expect(faq?.inLanguage).toBe(lang);
    expect(faq?.mainEntity).toHaveLength(9);
    const words = await wordsOf(page);
    for (const { name, acceptedAnswer } of faq?.mainEntity ?? []) {
      for (const line of [name, ...acceptedAnswer.text.split('\n')]) expect(words).toContain(spaced(line));
    }
  }
});

test('a page that nobody should list says so, and names no other', async () => {
  const page = await visitors.open({ locale: 'en-GB', javaScript: false });
  await page.goto(`${site.origin}/en/nothing-here/`);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  expect(await addressesOf(page, 'link[rel=canonical], link[rel=alternate]')).toEqual([]);
});

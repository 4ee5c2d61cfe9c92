/** A reader who says whether an article helped: with scripts and without. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { feedbackLimits } from '../../src/shared/feedback';
import { newVisitor } from '../harness/accounts';
import { expectAccessible, expectAccessibleInBothSchemes, useBrowser } from '../harness/browser';
import { useSite } from '../harness/worker';

const site = useSite();
const visitors = useBrowser();

const KEY = 'logging-in/locked-out';
const ways = (['en', 'ar'] as const).flatMap((locale) =>
  [true, false].map(
    (javaScript) => [`in ${locale}, ${javaScript ? 'with' : 'without'} JavaScript`, locale, javaScript] as const,
  ),
);
const article = (locale: string) => `${site.origin}/${locale}/${KEY}/`;
const openArticle = async (locale: string, javaScript = true, options = {}): Promise<Page> => {
  const page = await visitors.open({ javaScript, locale, extraHTTPHeaders: newVisitor(), ...options });
  await page.goto(article(locale));
  return page;
};
const press = (page: Page, answer: 'yes' | 'no') => page.click(`[name=helped][value=${answer}]`);

async function countOf(locale: string, answer: string): Promise<number> {
  const row = await site.database
    .prepare('SELECT count FROM feedback_counts WHERE article = ? AND locale = ? AND answer = ? AND revision LIKE ?')
    .bind(KEY, locale, answer, `${locale}-%`)
    .first<{ count: number }>();
  return row?.count ?? 0;
}

describe('"Did this help?"', () => {
  it.each(ways)('H7 takes a no, the reason and a sentence, and leads back: %s', async (_, locale, javaScript) => {
    const before = await countOf(locale, 'no');
    const page = await openArticle(locale, javaScript);
    await press(page, 'no');
    expect(new URL(page.url()).pathname).toBe(`/${locale}/${KEY}/feedback/`);
    expect(await countOf(locale, 'no')).toBe(before + 1);
    await page.check('[name=reason][value=unclear]');
    await page.fill('#comment', 'الخطوة الثانية');
    await page.click('main button[type=submit]');
    expect(page.url()).toBe(`${article(locale)}#thanks`);
    await page.waitForSelector('#thanks');
    expect(await page.isVisible('[name=helped]')).toBe(false);
    expect(await countOf(locale, 'no')).toBe(before + 1);
    expect(await countOf(locale, 'unclear')).toBeGreaterThan(0);
    expect(await page.context().cookies()).toEqual([]);
  });

  it.each(ways)('takes a yes at one press: %s', async (_, locale, javaScript) => {
    const before = await countOf(locale, 'yes');
    const page = await openArticle(locale, javaScript);
    expect(await page.isVisible('#thanks')).toBe(false);
    await press(page, 'yes');
    expect(page.url()).toBe(`${article(locale)}#thanks`);
    await page.waitForSelector('#thanks');
    expect(await countOf(locale, 'yes')).toBe(before + 1);
  });

  it('offers "the translation is bad" to readers of translations alone', async () => {
    for (const [locale, count] of [
      ['en', 0],
      ['ja', 1],
    ] as const) {
      const page = await openArticle(locale);
      await press(page, 'no');
      expect(await page.locator('[name=reason][value=translation]').count()).toBe(count);
    }
  });

  it('keeps a sentence that is too long, and leads from the problem to its field', async () => {
    const page = await openArticle('en');
    await press(page, 'no');
    const typed = 'word '.repeat(feedbackLimits.COMMENT_MAX);
    await page.check('[name=reason][value=wrong]');
    await page.fill('#comment', typed);
    await page.click('main button[type=submit]');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.inputValue('#comment')).toBe(typed);
    expect(await page.isChecked('[name=reason][value=wrong]')).toBe(true);
    await page.click('.error-summary a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment');
    await expectAccessible(page);
  });

  it.each(['en', 'ar', 'ja'])('is accessible, and readable at 320 pixels, in light and dark: %s', async (locale) => {
    const page = await openArticle(locale, true, { viewport: { width: 320, height: 640 } });
    await press(page, 'no');
    await expectAccessibleInBothSchemes(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`${article(locale)}#thanks`);
    await expectAccessibleInBothSchemes(page);
  });
});

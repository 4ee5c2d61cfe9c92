import { expect, test } from 'vitest';
import { useBrowser } from '../../harness/browser';
import { useSite } from '../../harness/worker';

const site = useSite();
const visitors = useBrowser();
const phone = { width: 360, height: 740 };

const paths = [
  '',
  'logging-in/',
  'logging-in/help-with-logging-in/',
  'logging-in/locked-out/',
  'all/',
  'logging-in/hacked-acount/',
];

test.each(['en', 'es', 'ar', 'ja'])(
  'every page has the reset button on the first screen of a phone: %s',
  async (locale) => {
    const page = await visitors.open({ locale, viewport: phone });
    for (const path of paths) {
      await page.goto(`${site.origin}/${locale}/${path}`);
      const box = await page.locator('main .tag').first().boundingBox();
      expect((box?.y ?? phone.height) + (box?.height ?? 0), path).toBeLessThan(phone.height);
    }
  },
);

test('targets of touch are 44 pixels high, but for links within sentences', async () => {
  const page = await visitors.open({ locale: 'en', viewport: phone });
  for (const path of ['', 'logging-in/hacked-account/', 'logging-in/help-with-logging-in/']) {
    await page.goto(`${site.origin}/en/${path}`);
    const targets = page.locator(
      'header :is(a, button, input), summary, nav a, .share a, .tag, .articles a, .support a',
    );
    const low = await targets.evaluateAll((all) =>
      all
        .map((element) => [element.textContent, element.getBoundingClientRect().height] as const)
        .filter(([, height]) => height > 0 && height < 44),
    );
    expect(low, path).toEqual([]);
  }
});

test('a long name of the site stays beside the languages', async () => {
  const page = await visitors.open({ locale: 'en', viewport: phone });
  await page.goto(`${site.origin}/en/`);
  const overlap = await page.locator('.site-name').evaluate((link) => {
    const name = link.lastChild as Text;
    name.data = 'Donaudampfschifffahrtsgesellschaft Help';
    const text = document.createRange();
    text.selectNode(name);
    const languages = document.querySelector('.languages')?.getBoundingClientRect();
    return text.getBoundingClientRect().right - (languages?.left ?? 0);
  });
  expect(overlap).toBeLessThanOrEqual(0);
});

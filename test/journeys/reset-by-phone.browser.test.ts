/** A visitor who remembers their mobile number: from the form by the code of a text message to a new password. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { codeIn, waitForText } from '../fakes/twilio';
import { addAccount, newVisitor } from '../harness/accounts';
import { expectAccessible, useBrowser } from '../harness/browser';
import { asShown, codeVisitorOf, otherThan } from '../harness/code-visitor';
import { useSite } from '../harness/worker';

const site = useSite({ TEXT_MESSAGES: 'twilio' });
const visitors = useBrowser();
const { isPassword } = codeVisitorOf(site);

const GOOD = 'seven quiet rivers';
const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const inArabic = (digits: string) => digits.replace(/\d/g, (digit) => ARABIC[Number(digit)] ?? '');

/** How visitors of each language write the number of a friend in the United Kingdom, and a code. */
const writing = {
  en: {
    number: (phone: string) => `0${phone.slice(3, 7)} ${phone.slice(7)}`,
    code: (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
  },
  ar: { number: (phone: string) => inArabic(`0${phone.slice(3)}`), code: inArabic },
} as const;

const ways = (['en', 'ar'] as const).flatMap((locale) =>
  [true, false].map(
    (javaScript) => [`in ${locale}, ${javaScript ? 'with' : 'without'} JavaScript`, locale, javaScript] as const,
  ),
);

const submit = (page: Page) => page.click('main form button[type=submit] >> nth=0');
const pathOf = (page: Page) => new URL(page.url()).pathname;

function openSite(locale: string, javaScript = true): Promise<Page> {
  return visitors.open({ javaScript, locale, extraHTTPHeaders: newVisitor() });
}

/** Asks for a code with the form, in the country of the number. */
async function ask(page: Page, locale: string, number: string): Promise<void> {
  await page.goto(`${site.origin}/${locale}/account/reset/`);
  await page.fill('#identifier', number);
  await page.selectOption('#country', 'GB');
  await submit(page);
}

describe('the reset by mobile number', () => {
  it.each(ways)('H7 leads to a new password: %s', async (_, locale, javaScript) => {
    const { username, phone } = await addAccount(site);
    const page = await openSite(locale, javaScript);
    await ask(page, locale, writing[locale].number(phone));
    expect(pathOf(page)).toBe(`/${locale}/account/reset/code/`);
    expect(await page.textContent('main .lead')).toContain(asShown(phone));
    if (javaScript) await expectAccessible(page);

    const code = codeIn(await waitForText(site.twilio, phone));
    await page.fill('#code', otherThan(code));
    await submit(page);
    expect(await page.getAttribute('#code', 'aria-invalid')).toBe('true');
    expect(await page.inputValue('#code')).toBe('');
    if (javaScript) await expectAccessible(page);
    await page.fill('#code', writing[locale].code(code));
    await submit(page);

    expect(pathOf(page)).toBe(`/${locale}/account/new-password/`);
    await page.fill('#password', GOOD);
    await submit(page);
    expect(pathOf(page)).toBe(`/${locale}/account/password-changed/`);
    expect(await isPassword(username, GOOD)).toBe(true);
    await site.settle();
  });

  it('asked for on one device, ends on another', async () => {
    const { username, phone } = await addAccount(site);
    await ask(await openSite('en'), 'en', phone);
    const code = codeIn(await waitForText(site.twilio, phone));

    const other = await openSite('ar');
    await other.goto(`${site.origin}/ar/account/reset/code/`);
    await submit(other);
    expect(await other.locator('.error-summary a').count()).toBe(2);
    await expectAccessible(other);
    await other.fill('#identifier', phone);
    await other.fill('#code', code);
    await submit(other);
    await expectAccessible(other);
    await other.fill('#password', GOOD);
    await submit(other);
    expect(pathOf(other)).toBe('/ar/account/password-changed/');
    expect(await isPassword(username, GOOD)).toBe(true);
    await site.settle();
  });

  it('H8 works in a browser that refuses cookies', async () => {
    const { username, phone } = await addAccount(site);
    const page = await openSite('en');
    /** What comes of refusing them: none is ever sent. */
    const forget = () => page.context().clearCookies();
    await page.goto(`${site.origin}/en/account/new-password/`);
    await expectAccessible(page);
    await page.click('main p a[href="/en/account/reset/"]:not(.action)');
    await page.fill('#identifier', phone);
    await submit(page);
    await forget();
    const code = codeIn(await waitForText(site.twilio, phone));
    await page.goto(`${site.origin}/en/account/reset/code/`);
    await page.fill('#identifier', phone);
    await page.fill('#code', otherThan(code));
    await submit(page);
    await forget();
    await page.fill('#code', code);
    await submit(page);
    await forget();
    await page.fill('#password', GOOD);
    await submit(page);
    expect(pathOf(page)).toBe('/en/account/password-changed/');
    expect(await isPassword(username, GOOD)).toBe(true);
    await site.settle();
  });
});

describe('the form with a number', () => {
  it('shows the country that the language makes likely, and says when a number is not one of it', async () => {
    const page = await openSite('en');
    await page.goto(`${site.origin}/en/account/reset/`);
    expect(await page.inputValue('#country')).toBe('US');
    await expectAccessible(page);
    await page.fill('#identifier', '07400 123456');
    await submit(page);
    expect(await page.inputValue('#identifier')).toBe('07400 123456');
    expect(await page.textContent('.field-error')).toContain('Choose its country');
    await expectAccessible(page);
  });

  it('sends a new code from the page for the code, once the last one is a minute old', async () => {
    const { phone } = await addAccount(site);
    const page = await openSite('en');
    await ask(page, 'en', phone);
    await waitForText(site.twilio, phone);
    await site.settle();
    await site.passTime(60);
    await page.click('main form.plain button');
    expect(pathOf(page)).toBe('/en/account/reset/code/');
    const code = codeIn(await waitForText(site.twilio, phone, 2));
    await page.fill('#code', code);
    await submit(page);
    expect(pathOf(page)).toBe('/en/account/new-password/');
    await site.settle();
  });
});

/** What a browser holds after whole journeys is what src/shared/device-storage.ts, and so the article about cookies, says. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findDeclared, type StoredItem, shownName, storedItems } from '../../src/shared/device-storage';
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { addAccount, newVisitor } from '../harness/accounts';
import { useBrowser } from '../harness/browser';
import { useSite } from '../harness/worker';

const site = useSite({ TEXT_MESSAGES: 'twilio' });
const visitors = useBrowser();

type Found = Pick<StoredItem, 'kind' | 'name'> & { readonly seconds?: number | undefined };

/** Everything that a page's browser has ever held, by kind and name. */
type Holdings = Map<string, Found>;

async function collect(page: Page, holdings: Holdings): Promise<void> {
  const now = Date.now() / 1000;
  const cookies = (await page.context().cookies()).map(({ name, expires }) => {
    return { kind: 'cookie', name, seconds: Math.round((expires - now) / 60) * 60 } as const;
  });
  const [local, session] = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  const found: Found[] = [
    ...cookies,
    ...(local ?? []).map((name) => ({ kind: 'local-storage', name }) as const),
    ...(session ?? []).map((name) => ({ kind: 'session-storage', name }) as const),
  ];
  for (const item of found)
    if (!holdings.has(`${item.kind} ${item.name}`)) holdings.set(`${item.kind} ${item.name}`, item);
}

/** Longer than the quickest that a person can be with a form of support. */
const READING_MILLISECONDS = 2100;

/**
 * Reads, searches, answers, switches the language, declines another one, resets by mail and by telephone, disowns it, and
 * writes to support.
 */
async function wholeJourney(): Promise<Holdings> {
  const holdings: Holdings = new Map();
  const account = await addAccount(site);
  const page = await visitors.open({ locale: 'ar', extraHTTPHeaders: newVisitor() });
  const at = async (path: string) => {
    await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
    await collect(page, holdings);
  };
  const submit = async () => {
    await page.click('main form button[type=submit] >> nth=0');
    await collect(page, holdings);
  };
  await at('/en/logging-in/locked-out/');
  await page.click('.offer button');
  await page.click('[name=helped][value=no]');
  await collect(page, holdings);
  await at('/en/all/?q=zeppelin');
  await page.click('.languages summary');
  await page.click('.languages a[hreflang=es]');
  await page.waitForURL(/\/es\//);
  await collect(page, holdings);
  await at('/en/account/reset/');
  await page.fill('#identifier', account.phone);
  await page.selectOption('#country', 'GB');
  await submit();
  await at('/en/account/reset/');
  await page.fill('#identifier', account.username);
  await submit();
  // The first mail is the one beside the text message.
  const reset = requireTokenLink(await waitForMail(site.resend, account.email, { count: 2 }));
  await at(reset.pathname + reset.search);
  await page.fill('#password', 'seven quiet rivers');
  await submit();
  const notice = requireTokenLink(await waitForMail(site.resend, account.email, { count: 3 }));
  await at(notice.pathname + notice.search);
  await submit();
  await at('/en/contact/cannot-log-in/');
  await page.fill('#message', 'No mail comes.');
  await collect(page, holdings);
  await page.fill('#email', account.email);
  await page.waitForTimeout(READING_MILLISECONDS);
  await submit();
  return holdings;
}

describe('after whole journeys', () => {
  let holdings: Holdings;
  beforeAll(async () => {
    holdings = await wholeJourney();
  });

  it('a browser holds nothing that is not declared', () => {
    expect([...holdings.values()].filter((item) => !findDeclared(item))).toEqual([]);
  });

  it('a browser has held everything that is declared', () => {
    const met = new Set([...holdings.values()].map((item) => findDeclared(item)));
    expect(storedItems().filter((item) => !met.has(item))).toEqual([]);
  });

  it('every cookie lives as long as is declared', () => {
    const cookies = [...holdings.values()].filter(({ kind }) => kind === 'cookie');
    for (const cookie of cookies) expect(cookie.seconds, cookie.name).toBe(findDeclared(cookie)?.seconds);
  });

  it('the article about cookies names everything that is declared', async () => {
    const page = await visitors.open({ locale: 'en' });
    await page.goto(`${site.origin}/en/privacy-and-rules/cookies/`);
    const text = await page.textContent('article');
    for (const item of storedItems()) expect(text).toContain(shownName(item));
  });
});

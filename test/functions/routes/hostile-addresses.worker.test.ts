/** Addresses and headers that try to bend the site. */
import { describe, expect, test } from 'vitest';
import { linksIn, waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor } from '../../harness/accounts';
import { testRouting } from '../../harness/form-attacks';
import { sendRaw } from '../../harness/raw-request';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/account/reset/';

const get = (path: string, headers = {}) => sendRaw(site.origin, path, { headers });

describe('a page', () => {
  testRouting(site, FORM);
  testRouting(site, '/en/');

  test.each(['/en/account/reset.css', '/en/account/reset/x.css', '/en/account/new-password.js'])(
    'H4 is not served under the name of a file: %s',
    async (path) => expect((await get(path)).status).toBe(404),
  );
});

describe('a redirect', () => {
  test.each([
    '/EN/account/reset/',
    '/en/account/reset',
    '/en%2F..',
    '/en/..%2f..%2fevil.example',
    '//evil.example/account/reset',
    '//evil.example/account/reset/',
    '/\\evil.example/account/reset/',
    '/en//evil.example/',
    '/xx/account/reset/',
    '/https://evil.example/',
    '/%2F%2Fevil.example/account/reset/',
  ])('H5 of %s stays on this host, or there is none', async (path) => {
    const { status, location } = await get(path);
    if (location === undefined) expect([200, 400, 404]).toContain(status);
    else {
      expect(location).not.toMatch(/^(?:\/\/|\/\\)/);
      expect(new URL(location, site.origin).origin).toBe(site.origin);
      expect(location).not.toContain('evil');
    }
  });

  test.each(['next', 'return_to', 'redirect', 'url', 'continue'])('H6 is never where ?%s= points to', async (name) => {
    const query = `?${name}=https://evil.example/`;
    for (const path of ['/', '/account/reset/', '/EN/account/reset/', `${FORM}`]) {
      const { location, body } = await get(`${path}${query}`);
      expect(`${location}${body}`).not.toContain('evil.example');
    }
    const posted = await site.post(`${FORM}${query}`, { identifier: 'nobody-here' }, { headers: newVisitor() });
    expect(posted.headers.get('location')).toBe('/en/account/reset/sent/');
    await site.settle();
  });
});

describe('a link in a mail', () => {
  test.each<[string, Record<string, string>]>([
    ['Host', { host: 'evil.example' }],
    ['Host, with a port', { host: 'localhost.evil.example:8787' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['Forwarded', { forwarded: 'host=evil.example;proto=https' }],
    ['X-Original-URL', { 'x-original-url': 'https://evil.example/', 'x-rewrite-url': '/evil.example/' }],
  ])('G7 leads to the configured origin whatever %s says', async (_, headers) => {
    const { username, email } = await addAccount(site);
    const own = { origin: site.origin, 'content-type': 'application/x-www-form-urlencoded', ...newVisitor() };
    const { status, location } = await sendRaw(site.origin, FORM, {
      method: 'POST',
      headers: { ...own, ...headers },
      body: `identifier=${username}`,
    });
    expect([status, location]).toEqual([303, '/en/account/reset/sent/']);
    const mail = await waitForMail(site.resend, email);
    const origins = linksIn(mail).map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set([site.origin]));
    expect(JSON.stringify(mail)).not.toContain('evil');
    await site.settle();
  });
});

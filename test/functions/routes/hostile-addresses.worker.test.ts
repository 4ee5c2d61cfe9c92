/** Addresses and headers that try to bend the site: the bytes as they were sent, since `fetch` tidies them up. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { newVisitor } from '../../harness/accounts';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/account/reset/';

interface RawAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

function get(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, async (response) => {
      const { statusCode: status = 0, headers: received } = response;
      resolve({ status, location: received.location, body: await text(response) });
    });
    sent.on('error', reject).end();
  });
}

/** A page without the nonce of its form. */
const withoutNonce = (html: string) => html.replace(/name="request" value="[^"]*"/, '');

describe('a page', () => {
  test.each([
    ['X-Forwarded-Host', FORM, { 'X-Forwarded-Host': 'evil.example' }],
    ['X-Original-URL', FORM, { 'X-Original-URL': '/es/account/reset/', 'X-Rewrite-URL': '/es/' }],
    ['Forwarded', FORM, { Forwarded: 'host=evil.example;proto=https' }],
    ['a script in a parameter', `${FORM}?utm=%3Cscript%3Ealert(1)%3C/script%3E`, {}],
    ['an article and X-Forwarded-Host', '/en/', { 'X-Forwarded-Host': 'evil.example' }],
  ])('H3 is the same bytes whatever %s says', async (_, path, headers) => {
    const plain = await get(path.split('?')[0] ?? '');
    const bent = await get(path, headers);
    expect(bent.status).toBe(200);
    expect(withoutNonce(bent.body)).toBe(withoutNonce(plain.body));
  });

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

import { describe, expect, test } from 'vitest';
import { sharedLinkRoutes } from '../../../functions/routes/shared-links';

const files = new Set(['/en/', '/ja/404/', '/ja/', '/ja/logging-in/locked-out/', '/en/logging-in/locked-out/']);
const ASSETS = {
  fetch: async (input: RequestInfo | URL) =>
    new Response(null, { status: files.has(new URL(String(input)).pathname) ? 200 : 404 }),
};

function open(url: string, headers: Record<string, string> = {}, method = 'GET') {
  return sharedLinkRoutes.request(`https://help.example${url}`, { method, headers }, { ASSETS });
}

describe('a link without a language', () => {
  test.each([
    ['/', '/ja/'],
    ['/logging-in/locked-out/', '/ja/logging-in/locked-out/'],
    ['/logging-in/locked-out', '/ja/logging-in/locked-out/'],
    ['/Logging-In/Locked-Out/', '/ja/logging-in/locked-out/'],
    ['/account/reset/', '/ja/account/reset/'],
  ])('%s leads to the page in the language of the reader', async (url, target) => {
    const response = await open(url, { 'Accept-Language': 'ja' });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(target);
  });

  test('leads to the language that the reader chose before', async () => {
    const response = await open('/', { 'Accept-Language': 'ja', Cookie: 'locale=en' });
    expect(response.headers.get('Location')).toBe('/en/');
  });

  test('is kept by no cache, and says what the answer depends on', async () => {
    const { headers } = await open('/');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Vary')).toBe('Accept-Language, Cookie');
  });

  test('leads to the same place however it is asked for', async () => {
    const response = await open('/', { 'Accept-Language': 'ja' }, 'HEAD');
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/ja/']);
  });

  test('H6: passes on no parameter', async () => {
    const response = await open('/logging-in/locked-out/?next=//evil.example&utm=<script>');
    expect(response.headers.get('Location')).toBe('/en/logging-in/locked-out/');
  });
});

describe('H5: a link with a language', () => {
  test.each([
    ['/EN/logging-in/', '/en/logging-in/'],
    ['/Ja', '/ja/'],
  ])('in other letter case, %s, leads to the one address of the page', async (url, target) => {
    const response = await open(url);
    expect([response.status, response.headers.get('Location')]).toEqual([301, target]);
  });

  test('is never led to another language', async () => {
    expect((await open('/en/logging-in/', { 'Accept-Language': 'ja' })).status).toBe(404);
  });
});

test.each([
  '/nothing/here/',
  '/404/',
  '/xx/logging-in/locked-out/',
  '//evil.example/account/reset',
  '//evil/account/reset',
  '/en%2F..',
  '/%2F%2Fevil.example/',
  '/\\evil.example/',
  '/en/account/reset.css',
  '/logging-in//locked-out/',
])('H5: %s is not found', async (url) => {
  const response = await open(url, { 'Accept-Language': 'ja' });
  expect([response.status, response.headers.get('Location')]).toEqual([404, null]);
});

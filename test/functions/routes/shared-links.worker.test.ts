import { expect, test } from 'vitest';
import { useSite } from '../../harness/worker';

const site = useSite();

async function open(path: string, headers: Record<string, string> = {}): Promise<[number, string | null]> {
  const response = await site.fetch(path, { headers });
  return [response.status, response.headers.get('Location')];
}

test.each([
  ['/', '/ar/'],
  ['/logging-in/', '/ar/logging-in/'],
  ['/logging-in/locked-out', '/ar/logging-in/locked-out/'],
  ['/account/reset/', '/ar/account/reset/'],
])('%s leads a reader of Arabic to %s', async (path, target) => {
  expect(await open(path, { 'Accept-Language': 'ar-EG,en;q=0.5' })).toEqual([302, target]);
});

test('a language that the site does not have gives way to the next one that the browser asks for', async () => {
  expect(await open('/', { 'Accept-Language': 'eo,es;q=0.5' })).toEqual([302, '/es/']);
});

test.each([
  ['/EN/logging-in/', '/en/logging-in/'],
  ['/EN/account/reset/', '/en/account/reset/'],
  ['/Ja/Account/reset/code', '/ja/account/reset/code/'],
])('H5: %s, in other letter case, leads to the one address of a page', async (path, target) => {
  expect(await open(path)).toEqual([301, target]);
});

test.each([
  '/xx/logging-in/',
  '/xx/account/reset/',
  '/nothing/',
  '/404/',
  '/en/404/',
  '/ar/404/',
  '/en/account/reset.css',
])('H5: %s is not found', async (path) => {
  expect(await open(path)).toEqual([404, null]);
});

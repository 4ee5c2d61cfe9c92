import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { requirePublicOrigin } from '../../../functions/middleware/public-origin';

/** What a visitor gets of a site with this address: the page, or the message of the error. */
async function open(siteOrigin: string, headers: Record<string, string>): Promise<string> {
  const app = new Hono().use(requirePublicOrigin(siteOrigin)).get('/en/', (c) => c.text('page'));
  app.onError((error, c) => c.text(error.message));
  return (await app.request('https://help.acme.example/en/', { headers })).text();
}

const ON_THE_NETWORK = { 'CF-Ray': '9a1b2c3d4e5f6789-AMS' };

test('a deployed site with the address of a local run says which variable to set, and to what', async () => {
  expect(await open('http://localhost:8787', ON_THE_NETWORK)).toMatch(
    /SITE_ORIGIN is http:\/\/localhost:8787.* wrangler\.toml .*https:\/\/help\.acme\.example, build and deploy again/,
  );
});

test('a deployed site with its own address, and a local run, are served', async () => {
  expect(await open('https://help.acme.example', ON_THE_NETWORK)).toBe('page');
  expect(await open('http://localhost:8787', {})).toBe('page');
});

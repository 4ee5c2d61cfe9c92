/** A fault in a route: a clock so far ahead that the end of a lock is no date any more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT_CONFIG, serveThrowawaySite, type ThrowawaySite } from '../../../scripts/local/throwaway-site';
import { newVisitor } from '../../harness/accounts';

/** 100 million days, in seconds, end what a `Date` can hold (ECMA-262 §21.4.1.1). */
const LAST_SECOND = 8_640_000_000_000;

let site: ThrowawaySite;
beforeAll(async () => {
  const shift = LAST_SECOND - Math.floor(Date.now() / 1000) - 60;
  site = await serveThrowawaySite(
    { CLOCK_SHIFT_SECONDS: String(shift) },
    { config: BUILT_CONFIG, workers: [], bindings: {} },
  );
});
afterAll(() => site[Symbol.asyncDispose]());

function ask(path: string): Promise<Response> {
  return fetch(`${site.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.origin, ...newVisitor() },
    body: new URLSearchParams({ identifier: 'somebody-who-asks-often' }),
  });
}

test('a visitor whose request fails is told so in the language of the page, and the operator which kind of error it was', async () => {
  for (let request = 0; request < 5; request += 1) expect((await ask('/ja/account/reset/')).status).toBe(303);
  const failed = await ask('/ja/account/reset/');
  expect(failed.status).toBe(500);
  expect(failed.headers.get('cache-control')).toBe('no-store');
  const page = await failed.text();
  expect(page).toContain('<html lang="ja"');
  expect(page).toContain('こちらで問題が起きました');
  expect(page).not.toContain('somebody-who-asks-often');
  const lines = site.logs().map(({ message }) => message);
  expect(lines).toContainEqual(expect.stringMatching(/^{"event":"request.failed","error":"\w+"}$/));
});

test('a path with a broken escape is not there, and nothing of it is logged', async () => {
  expect((await fetch(`${site.origin}/%E0%A4%A/`)).status).toBe(404);
  expect(site.logs().map(({ message }) => message)).not.toContainEqual(expect.stringContaining('encoding'));
});

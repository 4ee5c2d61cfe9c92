import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Bindings } from '../../../functions/env';
import type { OperatorEvent } from '../../../functions/events';
import { securityHeaders } from '../../../functions/middleware/security-headers';
import { answerFault } from '../../../functions/routes/broken-page';
import type { Variables } from '../../../functions/routes/page';

type Assets = Pick<Fetcher, 'fetch'>;

/** The page of a language tells its own path. */
const files = { fetch: async (url: URL) => new Response(url.pathname) } as unknown as Assets;

/** Asks an app whose every route fails with this error. */
async function ask(path: string, error: Error, assets: Assets = files, init?: RequestInit) {
  const events: OperatorEvent[] = [];
  const app = new Hono<{ Bindings: Bindings; Variables: Variables }>();
  app.use(securityHeaders);
  app.all('*', () => {
    throw error;
  });
  app.onError(answerFault((event) => void events.push(event)));
  const answer = await app.request(path, init, { ASSETS: assets as Fetcher } as Bindings);
  return { answer, events };
}

const fault = new RangeError('maria@example.org could not be read');

test('a fault becomes the page of the reader’s language, under 500, with every header', async () => {
  const { answer } = await ask('/ar/account/reset/?token=abc', fault);
  expect([answer.status, await answer.text()]).toEqual([500, '/ar/500/']);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
  const elsewhere = await ask('/x/', fault, files, { headers: { 'Accept-Language': 'ja' } });
  expect(await elsewhere.answer.text()).toBe('/ja/500/');
});

test('the operator is told the kind of the fault, and nothing else', async () => {
  expect((await ask('/en/', fault)).events).toEqual([{ event: 'request.failed', error: 'RangeError' }]);
});

test('while the files are away as well, the answer is 500 without a body', async () => {
  const away = { fetch: () => Promise.reject(new Error('away')) } as unknown as Assets;
  const { answer } = await ask('/en/', fault, away);
  expect([answer.status, await answer.text()]).toEqual([500, '']);
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('HEAD gets no body', async () => {
  const { answer } = await ask('/en/', fault, files, { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([500, '']);
});

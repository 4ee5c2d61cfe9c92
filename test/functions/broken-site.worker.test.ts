/** What visitors and monitoring are told when something of ours is broken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_CONFIG, serveThrowawaySite, type ThrowawaySite } from '../../scripts/local/throwaway-site';

const nothing = {
  name: 'nothing',
  main: 'test/fakes/nothing-worker.ts',
  compatibility_date: '2026-10-01',
};

type Start = Parameters<typeof serveThrowawaySite>;

function useSite(...start: Start) {
  const running = {} as { site: ThrowawaySite };
  beforeAll(async () => {
    running.site = await serveThrowawaySite(...start);
  });
  afterAll(() => running.site[Symbol.asyncDispose]());
  return {
    fetch: (path: string, init?: RequestInit) =>
      fetch(`${running.site.origin}${path}`, { redirect: 'manual', ...init }),
    log: () => running.site.logs().map(({ message }) => message),
  };
}

/** The site with this binding led to that Worker. */
const replacing = (binding: string, config: typeof nothing): Start => [
  {},
  { config: BUILT_CONFIG, workers: [{ config }], bindings: { [binding]: config.name } },
];

describe('a deploy that still has a local address', () => {
  const { fetch: ask, log } = useSite();

  test.each([
    ['/ar/account/reset/', 'حدث خطأ ما هنا'],
    ['/zanzi/?token=zanzi', 'Algo ha fallado aquí'],
  ])('shows who opens %s the page in their language, and nothing of what was asked for', async (path, words) => {
    const answer = await ask(path, { headers: { 'CF-Ray': '1', 'Accept-Language': 'es' } });
    const html = await answer.text();
    expect(answer.status).toBe(500);
    expect(html).toContain(words);
    expect(html).not.toContain('zanzi');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  test('says in the log what to change', () => {
    expect(log().join('\n')).toContain('SITE_ORIGIN is http://localhost');
    expect(log().join('\n')).not.toContain('zanzi');
  });
});

describe('a Worker that is not configured', () => {
  const { fetch: ask, log } = useSite({ BREACH_LIST: 'on', MAIL_FROM: 'nobody' });

  test('shows the page to visitors, in their language', async () => {
    const answer = await ask('/ja/account/reset/');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('こちらで問題が起きました');
  });

  test('tells monitoring that it is the configuration, and the log which variables', async () => {
    const answer = await ask('/healthz');
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'failing', parts: { configuration: 'failing' } },
    ]);
    const text = log().join('\n');
    expect(text).toContain('MAIL_FROM must be a sender');
    expect(text).toContain('BREACH_LIST must be "off"');
  });
});

describe('monitoring', () => {
  describe('while everything works', () => {
    const { fetch: ask } = useSite();

    test('reads 200 and the parts, and asking often has a limit', async () => {
      const answer = await ask('/healthz');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({
        status: 'ok',
        parts: Object.fromEntries(
          ['configuration', 'mail', 'store', 'database', 'account-system', 'gate', 'queue'].map((part) => [part, 'ok']),
        ),
      });
      expect((await ask('/healthz', { method: 'POST' })).status).toBe(405);
    });
  });

  describe('while the operator’s own account system is away', () => {
    const { fetch: ask } = useSite({
      ACCOUNT_SYSTEM: 'webhook',
      ACCOUNTS_URL: 'http://localhost:9/latchkey',
      ACCOUNTS_SECRET: `whsec_${btoa('a secret of the tests, long enough')}`,
    });

    test('reads 503 and that account-system is failing', async () => {
      const answer = await ask('/healthz');
      const { parts } = (await answer.json()) as { parts: Record<string, string> };
      expect([answer.status, parts['account-system'], parts.database]).toEqual([503, 'failing', 'ok']);
    });
  });

  describe.each([
    ['RECOVERY', 'store'],
    ['GATE', 'gate'],
  ])('without %s', (binding, part) => {
    const { fetch: ask } = useSite(...replacing(binding, nothing));

    test(`reads 503 and that ${part} is failing`, async () => {
      const answer = await ask('/healthz');
      const { parts } = (await answer.json()) as { parts: Record<string, string> };
      expect([answer.status, parts[part], parts.queue]).toEqual([503, 'failing', 'ok']);
    });
  });
});

/** Every kind of answer that the site gives, files included, carries every security header. */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strictHeaders } from '../../functions/middleware/security-headers';
import { useSite } from '../harness/worker';

const site = useSite({ RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}` });

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A file that the build has named. @param folder Under dist/client. */
function builtFile(folder: string, extension: string): string {
  const found = readdirSync(`dist/client/${folder}`, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(extension),
  );
  if (!found) throw new TypeError(`no ${extension} in ${folder}`);
  return `/${folder}/${found}`;
}

type Kind = readonly [kind: string, status: number, path: () => string, init?: RequestInit];

const entries: readonly Kind[] = [
  ['an article', 200, () => '/en/logging-in/locked-out/'],
  ['a home page', 200, () => '/ar/'],
  ['an article, asked for by HEAD', 200, () => '/en/logging-in/locked-out/', { method: 'HEAD' }],
  ['a script', 200, () => builtFile('_astro', '.js')],
  ['a file of the search', 200, () => builtFile('_search', '.json')],
  ['robots.txt', 200, () => '/robots.txt'],
  ['a sitemap', 200, () => '/sitemap.xml'],
  ['an article without its slash', 307, () => '/en/logging-in/locked-out'],
  ['an article, posted to', 405, () => '/en/logging-in/locked-out/', { method: 'POST' }],
  ['a link to share', 302, () => '/logging-in/locked-out/'],
  ['an address in capitals', 301, () => '/EN/logging-in/locked-out/'],
  ['a form', 200, () => '/en/account/reset/'],
  ['a form without its slash', 301, () => '/en/account/reset'],
  ['a form of another type', 415, () => '/en/account/reset/', { method: 'POST', body: '{}' }],
  ['a form of another site', 403, () => '/en/account/reset/', { method: 'POST', body: 'identifier=a', headers: FORM }],
  ['a form, deleted', 405, () => '/en/account/reset/', { method: 'DELETE' }],
  ['a form of support', 200, () => '/en/contact/other/'],
  ['a mailed link', 303, () => `/en/account/new-password/?token=${'A'.repeat(43)}`],
  ['a link that does not work', 400, () => '/en/account/new-password/'],
  ['a notice that does not work', 400, () => '/en/account/not-me/'],
  ['a page after a form', 200, () => '/en/account/reset/sent/'],
  ['nothing', 404, () => '/en/no/such/page/'],
  ['nothing, without a language', 404, () => '/no-such-page.css'],
  ['the page of what is not there', 404, () => '/en/404/'],
  ['the page of what is broken', 404, () => '/en/500/'],
  [
    'a hook without a signature',
    401,
    () => '/hooks/resend/',
    { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
  ],
  ['a hook, opened', 405, () => '/hooks/resend/'],
  ['health', 200, () => '/healthz'],
  ['health, posted to', 405, () => '/healthz', { method: 'POST' }],
];

const kinds = entries.map(([kind, status, path, init]) => ({ kind, status, path, init }));

test.each(kinds)('$kind ($status)', async ({ status, path, init }) => {
  const answer = await site.fetch(path(), init);
  await answer.arrayBuffer();
  expect(answer.status).toBe(status);
  const carried = Object.fromEntries(Object.keys(strictHeaders).map((name) => [name, answer.headers.get(name)]));
  expect(carried).toEqual(strictHeaders);
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(['same-origin', 'no-referrer', 'strict-origin-when-cross-origin']).toContain(
    answer.headers.get('referrer-policy'),
  );
});

const ofTheWorker = kinds.filter(
  ({ kind, status }) => status >= 300 && status !== 307 && !/^an (?:article|address)/.test(kind),
);

test.each(ofTheWorker)('$kind ($status) is not stored', async ({ path, init }) => {
  const answer = await site.fetch(path(), init);
  await answer.arrayBuffer();
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['en/account/reset/', 200],
  ['en/account/new-password/', 400],
  ['en/account/not-me/', 400],
  ['en/contact/ticket/', 200],
])('what the Worker renders for one visitor is not stored: %s', async (path) => {
  const answer = await site.fetch(`/${path}`);
  await answer.arrayBuffer();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(['same-origin', 'no-referrer']).toContain(answer.headers.get('referrer-policy'));
});

test('a page’s own policy lets nothing inline through but what its hashes name', async () => {
  for (const path of ['/en/', '/en/account/reset/', '/en/no/such/page/']) {
    const answer = await site.fetch(path);
    const html = await answer.text();
    const meta = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    const policy = `${answer.headers.get('content-security-policy')}; ${meta}`;
    expect(policy, path).toMatch(/script-src [^;]*'sha256-/);
    expect(policy, path).toMatch(/default-src (?:'|&#39;)self/);
    expect(policy, path).not.toMatch(/unsafe-(?:inline|eval)/);
  }
});

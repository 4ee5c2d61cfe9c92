/** What every form of the site withstands, whatever it asks for. A worker test names its form; the cases are the same for all. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { loadTranslate } from '../../src/shared/catalog';
import { limits } from '../../src/shared/limits';
import { newVisitor } from './accounts';
import { sendRaw } from './raw-request';
import type { TestSite } from './worker';

export interface AttackedForm {
  readonly site: TestSite;
  /** Such as `/en/account/reset/`; the same form in Spanish stands under `/es/`. */
  readonly path: string;
  /** What a visitor fills in, by field name; each time something that no limit has met. */
  readonly fill: () => Readonly<Record<string, string>>;
  /** The text field that is attacked. */
  readonly field: string;
  /** The largest body that it takes. */
  readonly maxBytes?: number;
  /** How much the site has taken in so far: jobs, tickets, tries. */
  readonly taken: () => number | Promise<number>;
}

const URLENCODED = 'application/x-www-form-urlencoded';

interface Shape {
  readonly name: string;
  readonly status: number;
  readonly body: () => BodyInit;
  /** Where the body alone does not tell its media type. */
  readonly type?: string;
}

/** Tests the rows of B that are about every form. */
export function testShapes(form: AttackedForm): void {
  const { site, path, field, fill, maxBytes = limits.BODY_MAX_BYTES } = form;
  const filled = (change: (data: URLSearchParams) => void) => {
    const data = new URLSearchParams(fill());
    change(data);
    return data;
  };
  const withFile = () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fill())) if (name !== field) data.set(name, value);
    data.set(field, new File(['a file'], 'file.txt'));
    return data;
  };
  const shapes: readonly Shape[] = [
    {
      name: 'B1 a field given twice',
      status: 400,
      body: () => filled((data) => data.append(field, data.get(field) ?? '')),
    },
    { name: 'B1 a field given as a list', status: 400, body: () => filled((data) => data.append(`${field}[]`, 'a')) },
    { name: 'a field that no form has', status: 400, body: () => filled((data) => data.append('admin', '1')) },
    { name: 'B2 JSON', status: 415, body: () => JSON.stringify(fill()), type: 'application/json' },
    { name: 'B2 plain text', status: 415, body: () => filled(() => {}).toString(), type: 'text/plain' },
    { name: 'B3 a file in a text field', status: 400, body: withFile },
    {
      name: 'B7 a little more than a form may hold',
      status: 413,
      body: () => filled((data) => data.set(field, 'a'.repeat(maxBytes))),
    },
    ...['%zz', '%e0%a4', '%', '%c3%28'].map((broken) => ({
      name: `B9 broken percent-encoding (${broken})`,
      status: 400,
      body: () => `${filled((data) => data.delete(field))}&${field}=${broken}`,
      type: URLENCODED,
    })),
  ];

  test.each(shapes)('$name is answered by $status with the form and its error, and nothing is taken', async (shape) => {
    const { status, body, type } = shape;
    const before = await form.taken();
    const own = { origin: site.origin, ...newVisitor() };
    const headers: Record<string, string> = type === undefined ? own : { ...own, 'content-type': type };
    const response = await site.fetch(path, { method: 'POST', body: body(), headers });
    expect(response.status).toBe(status);
    await expectForm(response, field);
    expect(await form.taken()).toBe(before);
  });

  test.each([
    ['declared', { 'content-length': '10485760' }, 0],
    ['chunked', { 'transfer-encoding': 'chunked' }, 3],
  ])('B7 ten megabytes, %s, are refused while they are on their way', async (_, length, pieces) => {
    const headers = { origin: site.origin, 'content-type': URLENCODED, ...newVisitor(), ...length };
    expect(await statusOfUnfinished(new URL(path, site.origin), headers, pieces)).toBe(413);
    await useUpConnections(form);
  });
}

/** Tests who may post the form: row H1. */
export function testOrigins(form: AttackedForm): void {
  const { site, field } = form;
  const spanish = form.path.replace('/en/', '/es/');

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site, by a browser that tells no more than its origin', { origin: 'https://evil.example' }],
    ['a sibling subdomain', { origin: 'https://blog.localhost', 'sec-fetch-site': 'same-site' }],
    ['a page that hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nobody knows where', {}],
  ])(
    'H1 a post from %s is refused in the visitor’s language, with a way on, and nothing is taken',
    async (_, headers) => {
      const before = await form.taken();
      const init = { method: 'POST', body: new URLSearchParams(form.fill()), headers: { ...newVisitor(), ...headers } };
      const response = await site.fetch(spanish, init);
      expect(response.status).toBe(403);
      const html = await expectForm(response, field);
      const t = await loadTranslate('es');
      expect(html).toMatch(/<html[^>]* lang="es"/);
      expect(html).toContain(t('problem.cross-site'));
      expect(html).toContain(`action="${spanish}"`);
      expect(await form.taken()).toBe(before);
    },
  );
}

/** Tests that nothing but its path decides what a page says: row H3. */
export function testRouting(site: TestSite, path: string): void {
  test.each<[string, string, Record<string, string>]>([
    ['X-Forwarded-Host', path, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['Forwarded', path, { forwarded: 'host=evil.example;proto=https' }],
    ['X-Original-URL', path, { 'x-original-url': '/es/', 'x-rewrite-url': '/es/' }],
    ['a script in a parameter', `${path}?utm=%3Cscript%3Ealert(1)%3C/script%3E`, {}],
  ])(`H3 the bytes of ${path} are the same whatever %s says`, async (_, bentPath, headers) => {
    const [plain, bent] = [await sendRaw(site.origin, path), await sendRaw(site.origin, bentPath, { headers })];
    expect(bent.status).toBe(200);
    expect(withoutNonce(bent.body)).toBe(withoutNonce(plain.body));
  });
}

/** Tests that one network is one visitor to the burst limit: row F7. */
export function testNetworkLimit({ site, path, fill }: AttackedForm): void {
  const postFrom = (headers: Record<string, string>) => site.post(path, fill(), { headers });

  test('F7 the addresses of one IPv6 /64 share a limit, and X-Forwarded-For buys nothing', async () => {
    const network = newVisitor()['CF-Connecting-IP'].replace('::1', '');
    // More than two windows of the limit hold, wherever the first one began.
    const answers = await Promise.all(
      Array.from({ length: 70 }, (__, index) =>
        postFrom({ 'CF-Connecting-IP': `${network}::${index + 1}`, 'X-Forwarded-For': `192.0.2.${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
    expect((await postFrom(newVisitor())).status).not.toBe(429);
  });
}

/** A page without what each of its forms has for itself. */
function withoutNonce(html: string): string {
  return html.replace(/name="(request|stamp)" value="[^"]*"/g, '');
}

/** The page has the form to fill in once more, and says what was wrong. */
async function expectForm(response: Response, field: string): Promise<string> {
  const html = await response.text();
  expect(html).toContain('class="error-summary"');
  expect(html).toContain(`name="${field}"`);
  return html;
}

/** Wrangler keeps its connections to the Worker, the one that was cut short too: these requests meet it, and no later test does. */
async function useUpConnections({ site, path }: AttackedForm): Promise<void> {
  const areWhole = async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => site.fetch(path)));
    return answers.every(({ status }) => status === 200);
  };
  await expect.poll(areWhole).toBe(true);
}

/** Begins a body, sends so many pieces of 64 kB, and never ends it. @returns The status of the answer. */
async function statusOfUnfinished(url: URL, headers: Record<string, string>, pieces: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const outgoing = request(url, { method: 'POST', headers }, ({ statusCode = 0 }) => resolve(statusCode));
  outgoing.on('error', reject);
  for (const piece of ['identifier=', ...Array<string>(pieces).fill('a'.repeat(65_536))]) outgoing.write(piece);
  try {
    return await promise;
  } finally {
    outgoing.destroy();
  }
}

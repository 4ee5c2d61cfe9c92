/** The answer about optional data, in workerd: what is taken, what the cookie is worth, and where the visitor comes back to. */
import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { newVisitor } from '../../harness/accounts';
import { useConfiguredSite } from '../../harness/configured-site';
import type { Fields } from '../../harness/worker';

const site = useConfiguredSite({ searchCounts: true, measurement: undefined });
const CHOICES = '/en/privacy-choices/';
const PAGE = 'logging-in/locked-out/';
const GRANTED = 'consent=search-yes';

const send = (fields: Fields, headers: Record<string, string> = {}, path = `${CHOICES}${PAGE}`) =>
  site.post(path, fields, { headers: { ...newVisitor(), ...headers } });

describe('an answer', () => {
  test.each([
    ['accept', { all: 'accept' }, 'search-yes'],
    ['refuse', { all: 'refuse' }, 'search-no'],
    ['a yes to one purpose', { search: 'yes' }, 'search-yes'],
    ['nothing at all', {}, 'search-no'],
    ['a yes to what is not asked', { measurement: 'yes' }, 'search-no'],
  ])('of %s is kept, and leads back to the page', async (_, fields, value) => {
    const response = await send(fields as unknown as Fields);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/en/${PAGE}`]);
    expect(response.headers.getSetCookie()).toEqual([`consent=${value}; Max-Age=15552000; Path=/; SameSite=Lax`]);
  });

  test.each([{ 'Sec-GPC': '1' }, { DNT: '1' }])(
    'of accept from a browser that refuses by %j is a no',
    async (headers) => {
      const response = await send({ all: 'accept' }, headers as unknown as Record<string, string>);
      expect(response.headers.getSetCookie()[0]).toContain('consent=search-no;');
    },
  );

  test.each([
    ['home', '/en/'],
    ['', '/en/privacy-choices/#saved'],
    ['//evil.example/', '/en/privacy-choices/#saved'],
    ['%2F%2Fevil.example/', '/en/privacy-choices/#saved'],
    ['..%2Fevil/', '/en/privacy-choices/#saved'],
    ['https:evil.example/', '/en/privacy-choices/#saved'],
    ['a%0d%0aSet-Cookie:b=c/', '/en/privacy-choices/#saved'],
  ])('H5 from "%s" leads to this site alone', async (path, target) => {
    expect((await send({ all: 'refuse' }, {}, `${CHOICES}${path}`)).headers.get('location')).toBe(target);
  });
});

describe('the shape of a post', () => {
  test.each([
    ['B1 an answer given twice', 'all=accept&all=refuse'],
    ['B1 an answer as a list', 'all[]=accept'],
    ['an answer that is none', 'all=maybe'],
    ['H6 a field that names where to go next', 'all=accept&next=//evil.example'],
    ['B5 a line break', 'all=accept%0d%0aSet-Cookie:a=b'],
    ['B8 5,000 characters', `search=${'a'.repeat(5000)}`],
  ])('%s is refused with the form, and no cookie is set', async (_, fields) => {
    const response = await send(new URLSearchParams(fields));
    expect(response.status).toBe(400);
    expect(response.headers.getSetCookie()).toEqual([]);
    const html = await response.text();
    expect(html).toContain('There is a problem');
    expect(html).toContain(`action="${CHOICES}"`);
  });

  test('B2 B7 a JSON body, and one larger than any form, are refused', async () => {
    const headers = { 'content-type': 'application/json', origin: site.origin };
    expect((await site.fetch(CHOICES, { method: 'POST', body: '{"all":"accept"}', headers })).status).toBe(415);
    expect((await send({ search: 'a'.repeat(limits.BODY_MAX_BYTES) })).status).toBe(413);
  });

  test('B3 B9 a file, and broken percent-encoding, are refused, never an error', async () => {
    const data = new FormData();
    data.set('all', new File(['accept'], 'all.txt'));
    expect((await send(data)).status).toBe(400);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await site.post(CHOICES, {}, { body: 'all=%zz', headers })).status).toBe(400);
  });
});

describe('who may post it', () => {
  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { origin: 'https://blog.localhost', 'sec-fetch-site': 'same-site' }],
  ])('H1 %s is refused in the visitor’s language, with a way on', async (_, headers) => {
    const response = await send({ all: 'accept' }, headers, `/es/privacy-choices/${PAGE}`);
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
    const html = await response.text();
    expect(html).toContain('lang="es"');
    expect(html).toContain('action="/es/privacy-choices/"');
  });

  test('H3 forged headers and parameters change no byte of the page', async () => {
    const plain = await (await site.fetch(CHOICES)).text();
    expect(plain).toContain(`action="${CHOICES}"`);
    const forged = { 'x-forwarded-host': 'evil.example', 'x-original-url': '/evil' };
    expect(await (await site.fetch(`${CHOICES}?utm=<script>&next=//evil.example`, { headers: forged })).text()).toBe(
      plain,
    );
  });

  test('F1 F8 a flood of answers is answered, and leaves nothing behind', async () => {
    const headers = { 'CF-Connecting-IP': '2001:db8::1' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => send({ all: 'refuse' }, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    const { results } = await site.database.prepare('SELECT * FROM daily_shares').all();
    expect(results).toEqual([]);
  });
});

describe('the sheet that shows the question without scripts', () => {
  const sheet = async (headers: Record<string, string> = {}) => site.fetch('/consent/shown.css', { headers });

  test('is there for whoever has not answered, and empty for whoever has', async () => {
    expect(await (await sheet()).text()).toContain('.consent');
    expect(await (await sheet({ cookie: 'consent=measurement-no' })).text()).toContain('.consent');
    for (const headers of [{ cookie: 'consent=search-no' }, { cookie: GRANTED }, { 'Sec-GPC': '1' }, { DNT: '1' }]) {
      expect(await (await sheet(headers as unknown as Record<string, string>)).text()).toBe('');
    }
  });

  test('is kept by a browser until its cookie changes', async () => {
    const { headers } = await sheet();
    expect(headers.get('cache-control')).toBe('private, max-age=3600');
    expect(headers.get('vary')).toBe('Cookie, DNT, Sec-GPC');
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
  });
});

describe('a report of a search that found nothing', () => {
  const report = (query: string, headers: Record<string, string>) => send({ query }, headers, '/en/search-miss/');
  const words = async () => {
    const { results } = await site.database.prepare('SELECT words FROM missed_searches').all<{ words: string }>();
    return results.map((row) => row.words);
  };
  beforeEach(async () => {
    await site.database.prepare('DELETE FROM missed_searches').run();
  });

  test.each([
    ['no answer', {}],
    ['a no', { cookie: 'consent=search-no' }],
    ['a yes, and Global Privacy Control', { cookie: GRANTED, 'Sec-GPC': '1' }],
    ['a yes, and Do Not Track', { cookie: GRANTED, DNT: '1' }],
    ['a yes, from another site', { cookie: GRANTED, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ])('with %s is not counted, and told nothing', async (_, headers) => {
    const response = await report('zeppelin', headers as unknown as Record<string, string>);
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await words()).toEqual([]);
  });

  test('with a yes is counted, without what may name somebody', async () => {
    expect((await report('Zeppelin maya@example.com 482913', { cookie: GRANTED })).status).toBe(204);
    expect(await words()).toEqual(['zeppelin']);
  });

  test('F7 of one network is counted a few times a minute, whatever address of its /64', async () => {
    for (let count = 0; count < 40; count += 1) {
      await report(`zeppelin ${'abcdefghij'[count % 10]}${'abcdefghij'[Math.floor(count / 10)]}`, {
        cookie: GRANTED,
        'CF-Connecting-IP': `2001:db8:cafe:1::${count}`,
      });
    }
    expect((await words()).length).toBeLessThan(40);
  });
});

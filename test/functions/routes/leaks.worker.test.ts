/** Where a token could leak: every answer to a request that carries it, and every log line. */
import { beforeAll, describe, expect, test } from 'vitest';
import { addAccount, newVisitor } from '../../harness/accounts';
import { askForLink, type OpenLink, openLink, PASSWORD_FORM, savePassword } from '../../harness/links';
import { useSite } from '../../harness/worker';

const site = useSite();
const GOOD = 'seven quiet rivers';

let token: string;
let visit: OpenLink;

beforeAll(async () => {
  const link = await askForLink(site, await addAccount(site));
  token = link.searchParams.get('token') ?? '';
  visit = await openLink(site, link);
  expect(token).toHaveLength(43);
  expect(visit.cookie).toContain(token);
});

const post = (fields: BodyInit, headers: Record<string, string> = {}) => {
  const own = { origin: site.origin, cookie: visit.cookie, ...newVisitor() };
  return site.fetch(PASSWORD_FORM, { method: 'POST', body: fields, headers: { ...own, ...headers } });
};
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

/** No answer but the cookie that keeps it holds the token, and none leads to another host. */
async function expectNoLeak(response: Response): Promise<void> {
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
  expect(JSON.stringify(headers)).not.toContain(token);
  expect(await response.text()).not.toContain(token);
  const location = response.headers.get('location');
  if (location !== null) expect(location).toMatch(/^\/(?![/\\])/);
}

describe('E14 the token is in no answer', () => {
  test.each([
    [PASSWORD_FORM, 303],
    ['/es/account/new-password/', 303],
    ['/en/account/not-me/', 303],
    ['/en/contact/ticket/', 303],
    ['/en/account/new-password', 301],
    ['/EN/account/new-password/', 301],
    ['/account/new-password/', 302],
    ['/en/account/new-passwords/', 404],
    ['/xx/account/new-password/', 404],
    ['/en/account/reset/', 200],
    ['/en/account/reset/code/', 303],
    ['/en/', 200],
    ['/', 302],
  ])('E14 to a link to %s', async (path, status) => {
    const response = await site.fetch(`${path}?token=${token}`, { headers: newVisitor() });
    expect(response.status).toBe(status);
    await expectNoLeak(response);
  });

  test.each<[string, number, () => Promise<Response>]>([
    ['the form', 200, () => site.fetch(PASSWORD_FORM, { headers: { cookie: visit.cookie } })],
    ['a refused password', 400, () => post(form({ password: 'short', flow: visit.flow }))],
    ['the form of another link', 400, () => post(form({ password: GOOD, flow: 'another' }))],
    ['a damaged form', 400, () => post(form({ password: GOOD, flow: visit.flow, admin: '1' }))],
    ['JSON', 415, () => post('{}', { 'content-type': 'application/json' })],
    ['too much', 413, () => post(form({ password: 'a'.repeat(20_000), flow: visit.flow }))],
    ['another site', 403, () => post(form({ password: GOOD, flow: visit.flow }), { origin: 'https://evil.example' })],
    ['no page', 404, () => site.fetch('/en/nothing-here/', { headers: { cookie: visit.cookie } })],
  ])('E14 to %s', async (_, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    await expectNoLeak(response);
  });

  test('E14 once it was used, to the form, to a second try, or in any log line', async () => {
    await expectNoLeak(await savePassword(site, visit, GOOD));
    const again = await savePassword(site, visit, GOOD);
    expect(again.status).toBe(400);
    await expectNoLeak(again);
    await expectNoLeak(await site.fetch(PASSWORD_FORM, { headers: { cookie: visit.cookie } }));
    await site.settle();
    expect(site.events()).toContainEqual({ event: 'link.redeemed', locale: 'en' });
    expect(JSON.stringify(site.events())).not.toContain(token);
  });
});

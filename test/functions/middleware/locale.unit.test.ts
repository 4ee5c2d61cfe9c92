import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { requireLocale } from '../../../functions/middleware/locale';

vi.mock('../../../src/shared/locales', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../src/shared/locales')>();
  const isOff = (code: string) => ['sk', 'tr'].includes(code);
  return {
    ...original,
    isEnabledLocale: (code: string) => !isOff(code) && original.isEnabledLocale(code),
    findLocaleBySegment: (segment: string) => (isOff(segment) ? undefined : original.findLocaleBySegment(segment)),
  };
});

const app = new Hono();
app.use('/:locale/contact/ticket/', requireLocale);
app.all('/:locale/contact/ticket/', (c) => c.text('the page'));

test.each([
  ['tr', '/en/contact/ticket/?token=abc'],
  ['sk', '/cs/contact/ticket/?token=abc'],
])(
  'a link in a language that was taken away (%s) leads to the nearest one, and a form keeps its words',
  async (locale, to) => {
    const path = `/${locale}/contact/ticket/?token=abc`;
    const answer = await app.request(path, { method: 'POST', body: 'message=words' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, to]);
  },
);

test('a language that nobody knows is no page', async () => {
  expect((await app.request('/xx/contact/ticket/')).status).toBe(404);
  expect(await (await app.request('/en/contact/ticket/')).text()).toBe('the page');
});

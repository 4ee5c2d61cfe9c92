/** "Did this help?", in workerd with D1: what is counted, and what is not taken. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedbackLimits } from '../../../src/shared/feedback';
import { limits } from '../../../src/shared/limits';
import { newVisitor } from '../../harness/accounts';
import { revisionIn } from '../../harness/contact';
import { type Fields, useSite } from '../../harness/worker';

const site = useSite();
const KEY = 'logging-in/locked-out';
const ARTICLE = `/en/${KEY}/`;
const FORM = `${ARTICLE}feedback/`;
let revision: string;

beforeAll(async () => {
  revision = await revisionAt(ARTICLE);
});
beforeEach(async () => {
  await site.database.batch(
    ['feedback_counts', 'feedback_comments', 'daily_shares'].map((name) =>
      site.database.prepare(`DELETE FROM ${name}`),
    ),
  );
});

async function revisionAt(path: string): Promise<string> {
  return revisionIn(await (await site.fetch(path)).text());
}

const send = (fields: Fields, headers: Record<string, string> = {}, path = FORM) =>
  site.post(path, fields, { headers: { ...newVisitor(), ...headers } });

async function counts(): Promise<unknown[]> {
  const { results } = await site.database
    .prepare('SELECT article, locale, revision, answer, count FROM feedback_counts ORDER BY answer')
    .all();
  return results;
}

describe('an answer', () => {
  test('is counted for the article, the language and the text that was read', async () => {
    const yes = await send({ helped: 'yes', revision });
    expect([yes.status, yes.headers.get('location')]).toEqual([303, `${ARTICLE}#thanks`]);
    expect(revision).toMatch(/^en-[0-9a-f]{8}$/);
    expect(await counts()).toEqual([{ article: KEY, locale: 'en', revision, answer: 'yes', count: 1 }]);
  });

  test('of no is counted at once, and leads to the page that asks why', async () => {
    const no = await send({ helped: 'no', revision });
    expect(no.headers.get('location')).toBe(`${FORM}?revision=${revision}`);
    expect(await counts()).toMatchObject([{ answer: 'no', count: 1 }]);
    const page = await (await site.fetch(no.headers.get('location') ?? '')).text();
    expect(page).toContain('Never write a password');
    const why = await send({ reason: 'unclear', comment: 'What is a\r\ndevice?', revision });
    expect([why.status, why.headers.get('location')]).toEqual([303, `${ARTICLE}#thanks`]);
    expect(await counts()).toMatchObject([{ answer: 'no', count: 1 }, { answer: 'unclear' }]);
  });

  test('on a text that has changed since counts as one on an earlier text', async () => {
    await send({ helped: 'yes', revision: 'en-00000000' });
    expect(await counts()).toMatchObject([{ revision: 'earlier', count: 1 }]);
  });

  test('in another language is that language’s own', async () => {
    const arabic = await revisionAt(`/ar/${KEY}/`);
    expect(arabic).toMatch(/^ar-/);
    await send({ helped: 'no', revision: arabic }, {}, `/ar/${KEY}/feedback/`);
    expect(await counts()).toMatchObject([{ locale: 'ar', revision: arabic }]);
  });

  test('sets no cookie', async () => {
    for (const fields of ['helped=yes', 'helped=no', 'reason=wrong']) {
      const response = await send(new URLSearchParams(`${fields}&revision=${revision}`));
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  test.each(['/en/no-such/article/feedback/', '/en/account/password-changed/feedback/', `/xx/${KEY}/feedback/`])(
    'at a path without an article is not found: %s',
    async (path) => {
      expect((await send({ helped: 'yes', revision }, {}, path)).status).toBe(404);
      expect((await site.fetch(path)).status).toBe(404);
      expect(await counts()).toEqual([]);
    },
  );
});

describe('the shape of a post', () => {
  const form = (fields: string) => new URLSearchParams(`${fields}&revision=${revision}`);

  test.each([
    ['B1 an answer given twice', () => form('helped=yes&helped=no'), 400],
    ['B1 an answer as a list', () => form('helped[]=yes'), 400],
    ['an answer that is none', () => form('helped=maybe'), 400],
    ['a reason that is none', () => form('reason=<script>'), 400],
    ['a text that names no revision', () => new URLSearchParams("helped=yes&revision='--"), 400],
    ['H6 a field that names where to go next', () => form('helped=yes&next=//evil.example'), 400],
    ['B5 a line break in an answer', () => form('helped=yes%0d%0aSet-Cookie:a=b'), 400],
    ['B6 a NUL in the sentence', () => form('reason=wrong&comment=a%00b'), 400],
    ['B6 an escape in the sentence', () => form('reason=wrong&comment=%1b[2J'), 400],
    ['B6 a line separator in the sentence', () => form('reason=wrong&comment=a%E2%80%A8b'), 400],
    ['B8 5,000 characters', () => form(`reason=wrong&comment=${'a'.repeat(5000)}`), 400],
  ])('%s is refused with the form, and nothing is counted', async (_, fields, status) => {
    const response = await send(fields());
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain('There is a problem');
    expect(html).toContain(`action="${FORM}"`);
    expect(html).not.toContain('evil.example');
    expect(await counts()).toEqual([]);
  });

  test('B2 a JSON body is refused', async () => {
    const headers = { 'content-type': 'application/json', origin: site.origin };
    const body = JSON.stringify({ helped: 'yes', revision });
    expect((await site.fetch(FORM, { method: 'POST', body, headers })).status).toBe(415);
  });

  test('B3 a file in the sentence is refused', async () => {
    const data = new FormData();
    data.set('revision', revision);
    data.set('comment', new File(['word'], 'word.txt'));
    expect((await send(data)).status).toBe(400);
  });

  test('B7 a body larger than any form is refused', async () => {
    expect((await send({ revision, comment: 'a'.repeat(feedbackLimits.BODY_MAX_BYTES) })).status).toBe(413);
  });

  test('a form that is refused as a whole asks for the same again, with its words', async () => {
    const html = await (await send({ reason: 'wrong', comment: 'step two', revision, unasked: 'a' })).text();
    expect(html).toContain('step two</textarea>');
    expect(html).toMatch(/value="wrong" checked/);
    expect(html).toContain(`value="${revision}"`);
  });

  test('a sentence far too long is answered with the reason', async () => {
    const answer = await send({ reason: 'wrong', comment: 'a'.repeat(limits.BODY_MAX_BYTES), revision });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('aaa</textarea>');
  });

  test('B9 broken percent-encoding is refused, never an error', async () => {
    const headers = { ...newVisitor(), 'content-type': 'application/x-www-form-urlencoded' };
    expect((await site.post(FORM, {}, { body: `helped=%zz&revision=${revision}`, headers })).status).toBe(400);
  });

  test('a sentence that is too long stays in its field, inert', async () => {
    const comment = `</textarea><script>alert(1)</script>${'a'.repeat(feedbackLimits.COMMENT_MAX)}`;
    const html = await (await send({ reason: 'wrong', comment, revision })).text();
    expect(html).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(html).toMatch(/value="wrong" checked/);
    expect(html).toContain('href="#comment"');
  });

  test('a sentence that cannot be read stays in its field, with its reason', async () => {
    const html = await (await send({ reason: 'wrong', comment: 'step\u000btwo', revision })).text();
    expect(html).toContain('This holds characters that cannot be read');
    expect(html).toContain('step\u000btwo</textarea>');
    expect(html).toMatch(/value="wrong" checked/);
  });

  test('a robot that fills in the hidden field is thanked, and nothing is counted', async () => {
    const response = await send({ helped: 'yes', revision, website: 'https://spam.example' });
    expect(response.headers.get('location')).toBe(`${ARTICLE}#thanks`);
    expect(await counts()).toEqual([]);
  });
});

describe('who may post it', () => {
  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { origin: 'https://blog.localhost', 'sec-fetch-site': 'same-site' }],
    ['a page that hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('H1 %s is refused in the reader’s language, with a way on, and nothing is counted', async (_, headers) => {
    const response = await send({ helped: 'no', revision: 'es-00000000' }, headers, `/es/${KEY}/feedback/`);
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(html).toContain('lang="es"');
    expect(html).toContain(`action="/es/${KEY}/feedback/"`);
    expect(html).toContain(`href="/es/${KEY}/"`);
    expect(await counts()).toEqual([]);
  });

  test('H1 a post without an origin is refused', async () => {
    const response = await site.fetch(FORM, { method: 'POST', body: new URLSearchParams({ helped: 'yes', revision }) });
    expect(response.status).toBe(403);
    expect(await counts()).toEqual([]);
  });

  test('H3 forged headers and parameters change no byte of the page, and nobody’s way back', async () => {
    const plain = await (await site.fetch(`${FORM}?revision=${revision}`)).text();
    const forged = { 'x-forwarded-host': 'evil.example', 'x-original-url': '/evil', forwarded: 'host=evil.example' };
    const odd = await site.fetch(`${FORM}?revision=${revision}&utm=<script>&next=//evil.example`, { headers: forged });
    expect(await odd.text()).toBe(plain);
    expect(await (await site.fetch(`${FORM}?revision="><script>`)).text()).toBe(plain);
    const answered = await send({ helped: 'yes', revision }, forged);
    expect(answered.headers.get('location')).toBe(`${ARTICLE}#thanks`);
  });

  test.each([`//evil.example/${KEY}/feedback/`, `/en%2F..%2F/${KEY}/feedback/`, `/EN/${KEY}/feedback/`])(
    'H5 the path %s leads nowhere else',
    async (path) => {
      const response = await fetch(site.origin + path, { redirect: 'manual' });
      const target = new URL(response.headers.get('location') ?? '/', site.origin);
      expect(target.origin).toBe(site.origin);
    },
  );
});

describe('too many answers', () => {
  test('F1 F7 of one network are refused with 429 and when to try again; other addresses of the same /64 are that network', async () => {
    const statuses = new Map<number, number>();
    for (let count = 0; count < 40; count += 1) {
      const headers = { 'CF-Connecting-IP': `2001:db8:feed:1::${count}`, 'X-Forwarded-For': `203.0.113.${count}` };
      const response = await send({ helped: 'yes', revision }, headers);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status === 429) expect(response.headers.get('retry-after')).toBe(String(limits.BURST_SECONDS));
    }
    expect(statuses.get(303)).toBeGreaterThan(0);
    expect(statuses.get(429)).toBeGreaterThan(0);
    expect(await counts()).toMatchObject([{ count: statuses.get(303) }]);
    expect((await send({ helped: 'yes', revision }, { 'CF-Connecting-IP': '2001:db8:feed:2::1' })).status).toBe(303);
  });

  test('F8 a flood of invented texts from everywhere takes no more rows than one', async () => {
    const names = Array.from({ length: 40 }, (_, number) => `en-${String(number).padStart(8, '0')}`);
    await Promise.all(names.map((name) => send({ helped: 'no', revision: name })));
    expect(await counts()).toMatchObject([{ revision: 'earlier', count: 40 }]);
  });
});

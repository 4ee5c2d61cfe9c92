import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor } from '../../harness/accounts';
import { type Fields, useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/account/reset/';
const SENT = '/en/account/reset/sent/';

/** Posts the form as a visitor of an address of their own. */
function ask(fields: Fields, headers: Record<string, string> = {}) {
  return site.post(FORM, fields, { headers: { ...newVisitor(), ...headers } });
}

const askFor = (identifier: string) => ask({ identifier });

/** What a visitor can see of an answer. */
async function visible(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers, body: await response.text() };
}

beforeEach(() => {
  site.resend.clear();
});

describe('an answer never tells whether an account exists', () => {
  test('A1 an existing and a missing identifier get the same bytes', async () => {
    const known = [await visible(await askFor('maya')), await visible(await askFor('maya@example.com'))];
    const unknown = [await visible(await askFor('nobody')), await visible(await askFor('nobody@example.com'))];
    expect(known[0]).toMatchObject({ status: 303, headers: expect.arrayContaining([['location', SENT]]) });
    for (const answer of [...known, ...unknown]) expect(answer).toEqual(known[0]);
    await site.settle();
  });

  test('A2 A3 a disabled account and one without a verified address get the same answer, and no mail', async () => {
    const generic = await visible(await askFor('nobody-at-all'));
    expect(await visible(await askFor('noah'))).toEqual(generic);
    expect(await visible(await askFor('lena'))).toEqual(generic);
    await site.settle();
    expect(site.resend.inbox).toEqual([]);
    const reasons = site.events().flatMap((event) => (event.event === 'mail.skipped' ? event.reason : []));
    expect(reasons).toEqual(expect.arrayContaining(['account-disabled', 'no-verified-address']));
  });

  test('A4 the same identifier twice in five seconds gets the same answer twice', async () => {
    for (const identifier of ['sora_t', 'somebody']) {
      expect(await visible(await askFor(identifier))).toEqual(await visible(await askFor(identifier)));
    }
    await site.settle();
  });

  test('A7 F1 the lock page is the same for a missing identifier', async () => {
    const pages = [];
    for (const identifier of ['yusuf.haddad', 'missing.person']) {
      for (let count = 0; count < limits.REQUESTS_BEFORE_LOCK; count += 1) {
        expect((await askFor(identifier)).status).toBe(303);
      }
      const locked = await askFor(identifier);
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(limits.LOCK_SECONDS - 10);
      const html = await locked.text();
      expect(html).toMatch(/<h1>Locked out!.*You can try again at \d{1,2}:\d\d [AP]M \S+, in about 60 minutes\./s);
      pages.push(withoutTimes(html));
    }
    expect(pages[0]).toEqual(pages[1]);
    await site.settle();
  });
});

/** The minute at which each lock ends differs, as it must. */
function withoutTimes(html: string): string {
  return html.replace(/<time.*?<\/time>/s, '');
}

describe('the shape of a request', () => {
  test.each([
    ['B1 a field given twice', new URLSearchParams('identifier=maya&identifier=eve'), 400],
    ['B1 a field as a list', new URLSearchParams('identifier[]=maya'), 400],
    ['B8 5,000 characters', new URLSearchParams({ identifier: 'a'.repeat(5000) }), 400],
    ['an empty field', new URLSearchParams({ identifier: '' }), 400],
    ['B4 two addresses', new URLSearchParams({ identifier: 'maya@example.com,eve@example.com' }), 400],
    ['B5 a line break and a header', new URLSearchParams('identifier=maya%0d%0aBcc:eve@example.com'), 400],
  ])('%s is answered with the form and its error, and nothing is queued', async (_, fields, status) => {
    const before = site.events().filter(({ event }) => event === 'reset.admitted').length;
    const response = await ask(fields);
    expect(response.status).toBe(status);
    const html = await response.text();
    expect(html).toContain('There is a problem');
    expect(html).toContain('name="identifier"');
    expect(site.events().filter(({ event }) => event === 'reset.admitted').length).toBe(before);
  });

  test('B2 a JSON body is refused', async () => {
    const response = await site.fetch(FORM, {
      method: 'POST',
      body: '{"identifier":"maya"}',
      headers: { 'content-type': 'application/json', origin: site.origin },
    });
    expect(response.status).toBe(415);
  });

  test('B3 a file in the text field is refused', async () => {
    const data = new FormData();
    data.set('identifier', new File(['maya'], 'maya.txt'));
    expect((await ask(data)).status).toBe(400);
  });

  test('B7 a body larger than any form is refused', async () => {
    expect((await ask({ identifier: 'a'.repeat(limits.BODY_MAX_BYTES) })).status).toBe(413);
  });

  test('what was typed is kept in its field, and cannot leave it', async () => {
    const html = await (await askFor('"><b>@')).text();
    expect(html).toContain('value="&quot;><b>@"');
  });

  test('a robot that fills in the hidden field gets the generic answer, and nothing is queued', async () => {
    const before = site.events().length;
    const response = await ask({ identifier: 'maya', website: 'https://spam.example' });
    expect(await visible(response)).toEqual(await visible(await askFor('nobody2')));
    await site.settle();
    expect(
      site
        .events()
        .slice(before)
        .filter(({ event }) => event === 'reset.admitted'),
    ).toHaveLength(1);
  });
});

describe('who may post the form', () => {
  test.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { origin: 'https://blog.localhost', 'sec-fetch-site': 'same-site' }],
    ['a page that hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('H1 %s is refused in the visitor’s language, with a way on', async (_, headers) => {
    const response = await site.post('/es/account/reset/', { identifier: 'maya' }, { headers });
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(html).toContain('lang="es"');
    expect(html).toContain('Rellénalo aquí y envíalo otra vez');
    expect(html).toContain('action="/es/account/reset/"');
  });

  test('H1 a post without an origin is refused', async () => {
    const response = await site.fetch(FORM, { method: 'POST', body: new URLSearchParams({ identifier: 'maya' }) });
    expect(response.status).toBe(403);
  });
});

describe('mail', () => {
  test('G1 a double click makes one mail', async () => {
    const form = { identifier: 'sora@example.com', request: 'the nonce of one form' };
    const [first, second] = await Promise.all([ask(form), ask(form)]);
    expect(await visible(first)).toEqual(await visible(second));
    await waitForMail(site.resend, 'sora@example.com');
    await site.settle();
    expect(site.resend.inbox).toHaveLength(1);
  });

  test('G7 forged host headers never change the origin of the link', async () => {
    const forged = { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example', 'X-Original-URL': '/evil' };
    await ask({ identifier: 'sora_t' }, forged);
    const mail = await waitForMail(site.resend, 'sora@example.com');
    expect(mail.text).toContain(`${site.origin}/en/account/new-password/?token=`);
    expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
  });

  test('the mail is in the language of the page', async () => {
    await site.post('/ar/account/reset/', { identifier: 'maya@example.com' }, { headers: newVisitor() });
    const mail = await waitForMail(site.resend, 'maya@example.com');
    expect(mail.html).toContain('lang="ar"');
    expect(mail.html).toContain('dir="rtl"');
    expect(mail.text).toContain('/ar/account/new-password/?token=');
  });
});

describe('the mail cap of an account', () => {
  test('F5 username and e-mail address together bring no more mails than one of them, silently', async () => {
    const { username, email } = await addAccount(site);
    const answers = [];
    for (let count = 0; count < limits.MAILS_PER_ACCOUNT - 1; count += 1) {
      answers.push(await visible(await askFor(username)), await visible(await askFor(email)));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await site.settle();
    expect(site.resend.inbox.filter(({ to }) => to.includes(email))).toHaveLength(limits.MAILS_PER_ACCOUNT);
  });
});

describe('the lock', () => {
  test('F6 of fifty requests at once, one at the limit passes exactly once', async () => {
    for (let count = 1; count < limits.REQUESTS_BEFORE_LOCK; count += 1) await askFor('crowd');
    const answers = await Promise.all(Array.from({ length: 50 }, () => askFor('crowd')));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(49);
    await site.settle();
  });

  test('F2 F3 it ends after 3600 seconds, and asking meanwhile does not lengthen it', async () => {
    for (let count = 0; count <= limits.REQUESTS_BEFORE_LOCK; count += 1) await askFor('patient');
    await site.passTime(limits.LOCK_SECONDS - 60);
    const late = await askFor('patient');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    await site.passTime(60);
    expect((await askFor('patient')).status).toBe(303);
    await site.settle();
  });
});

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor } from '../../harness/accounts';
import { testOrigins, testShapes } from '../../harness/form-attacks';
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
    const before = site.events().length;
    const generic = await visible(await askFor('nobody-at-all'));
    expect(await visible(await askFor('noah'))).toEqual(generic);
    expect(await visible(await askFor('lena'))).toEqual(generic);
    await site.settle();
    expect(site.resend.inbox).toEqual([]);
    const since = site.events().slice(before);
    const reasons = since.flatMap((event) => (event.event === 'mail.skipped' ? event.reason : []));
    expect(reasons.toSorted()).toEqual(['account-disabled', 'no-account', 'no-verified-address']);
  });

  test('A4 the same identifier twice in five seconds gets the same answer twice', async () => {
    const answers = [];
    for (const identifier of ['sora_t', 'sora_t', 'somebody', 'somebody']) {
      answers.push(await visible(await askFor(identifier)));
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
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

const attacked = {
  site,
  path: FORM,
  field: 'identifier',
  fill: () => ({ identifier: `stranger-${randomUUID()}` }),
  taken: () => site.events().filter(({ event }) => event === 'reset.admitted').length,
};

describe('the shape of a request', () => {
  testShapes(attacked);

  test.each([
    ['B8 5,000 characters', 'a'.repeat(5000)],
    ['an empty field', ''],
    ['B4 two addresses with a comma', 'maya@example.com,eve@example.com'],
    ['B4 two addresses with a semicolon', 'maya@example.com;eve@example.com'],
    ['B4 two addresses with a space', 'maya@example.com eve@example.com'],
    ['B5 a line break and a header', 'maya\r\nBcc: eve@example.com'],
    ['B5 a line break in an address', 'maya@example.com\nBcc: eve@example.com'],
    ['B5 an encoded line break and a header', 'maya%0d%0aBcc:eve@example.com'],
  ])('%s is answered with the form and its error, and nothing is queued', async (_, identifier) => {
    const before = attacked.taken();
    const response = await askFor(identifier);
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('There is a problem');
    expect(html).toContain('name="identifier"');
    expect(attacked.taken()).toBe(before);
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

describe('who may post the form', () => testOrigins(attacked));

describe('mail', () => {
  test('G1 a double click makes one mail', async () => {
    const form = { identifier: 'sora@example.com', request: 'the nonce of one form' };
    const [first, second] = await Promise.all([ask(form), ask(form)]);
    expect(await visible(first)).toEqual(await visible(second));
    await waitForMail(site.resend, 'sora@example.com');
    await site.settle();
    expect(site.resend.inbox).toHaveLength(1);
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
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, ...Array<number>(49).fill(429)]);
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

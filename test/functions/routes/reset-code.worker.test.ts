import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { waitForMail } from '../../fakes/mailbox';
import { codeIn, waitForText } from '../../fakes/twilio';
import { addAccount, newNumber } from '../../harness/accounts';
import { CODE, codeVisitorOf, hiddenField, otherThan, PASSWORD, RESET, visible } from '../../harness/code-visitor';
import { testOrigins, testShapes } from '../../harness/form-attacks';
import { useSite } from '../../harness/worker';

const site = useSite({ TEXT_MESSAGES: 'twilio' });
const { post, askFor, enter, isPassword } = codeVisitorOf(site);
const GOOD = 'seven quiet rivers';

beforeEach(() => {
  site.resend.clear();
  site.twilio.clear();
});

describe('the way from a number to the new password', () => {
  test('the code leads to the form, the form sets the password, and the owner is told', async () => {
    const { username, email, phone } = await addAccount(site);
    const cookie = await askFor(phone);
    const code = codeIn(await waitForText(site.twilio, phone));
    const entered = await enter(code, cookie);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, PASSWORD]);
    const token =
      entered.headers
        .getSetCookie()
        .find((each) => each.startsWith('reset='))
        ?.split(';')[0] ?? '';
    const form = await (await site.fetch(PASSWORD, { headers: { cookie: token } })).text();
    const saved = await post(PASSWORD, { password: GOOD, flow: hiddenField(form, 'flow') }, token);
    expect(saved.headers.get('location')).toBe('/en/account/password-changed/');
    expect(await isPassword(username, GOOD)).toBe(true);
    await waitForMail(site.resend, email, { count: 2 });
    await site.settle();
  });

  test('H8 without any cookie the forms carry what is needed, on another device too', async () => {
    const { username, phone } = await addAccount(site);
    await askFor(phone);
    const code = codeIn(await waitForText(site.twilio, phone));
    const wrong = await post(CODE, { identifier: phone, code: otherThan(code) });
    expect(wrong.status).toBe(400);
    const pending = hiddenField(await wrong.text(), 'pending');
    const matched = await post(CODE, { pending, code });
    expect(matched.status).toBe(200);
    const form = await matched.text();
    const fields = { flow: hiddenField(form, 'flow'), token: hiddenField(form, 'token') };
    const refused = await post(PASSWORD, { ...fields, password: 'short' });
    expect(refused.status).toBe(400);
    expect(hiddenField(await refused.text(), 'token')).toBe(fields.token);
    expect((await post(PASSWORD, { ...fields, password: GOOD })).status).toBe(303);
    expect(await isPassword(username, GOOD)).toBe(true);
    await site.settle();
  });

  test('H8 a browser that refuses cookies is offered the code', async () => {
    const html = await (await site.fetch(PASSWORD)).text();
    expect(html).toContain('works without cookies');
    expect(html).toContain(`href="${RESET}"`);
  });

  test('the same code comes by mail', async () => {
    const { email, phone } = await addAccount(site);
    const cookie = await askFor(phone);
    const mail = await waitForMail(site.resend, email);
    const code = codeIn(await waitForText(site.twilio, phone));
    expect(mail.text).toContain(`\n${code}\n`);
    expect(mail.subject).not.toContain(code);
    expect((await enter(code, cookie)).status).toBe(303);
    await site.settle();
  });

  test('E14 neither code nor number nor token is in an address, a log line or the page that follows', async () => {
    const { phone } = await addAccount(site);
    const cookie = await askFor(phone);
    const code = codeIn(await waitForText(site.twilio, phone));
    const page = await site.fetch(CODE, { headers: { cookie } });
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(decodeURIComponent(cookie)).not.toContain(phone.slice(3));
    const entered = await enter(code, cookie);
    const cookies = entered.headers.getSetCookie();
    expect(cookies.find((each) => each.startsWith('reset='))).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookies.find((each) => each.startsWith('code='))).toMatch(/Max-Age=0/);
    const token = /reset=([^;]+)/.exec(cookies.join())?.[1] ?? '';
    const form = await (await site.fetch(PASSWORD, { headers: { cookie: `reset=${token}` } })).text();
    expect(token).toHaveLength(43);
    expect(form).toContain('type="password"');
    expect(form).not.toContain(token);
    await site.settle();
    expect(JSON.stringify(site.events())).not.toMatch(new RegExp(`${code}|${phone.slice(3)}|${token}`));
  });
});

describe('an answer never tells whether somebody has the number', () => {
  test('A1 A4 the request, twice, gets the same bytes', async () => {
    const { phone } = await addAccount(site);
    const answers = [];
    for (const number of [phone, newNumber()]) {
      for (let count = 0; count < 2; count += 1) {
        answers.push(await visible(await post(RESET, { identifier: number }), number));
      }
    }
    expect(answers[0]).toMatchObject({ status: 303, headers: expect.arrayContaining([['location', CODE]]) });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await site.settle();
  });

  test('A1 the page for the code and every wrong try get the same bytes, to the last', async () => {
    const { phone } = await addAccount(site);
    const ways = [];
    for (const number of [phone, newNumber()]) {
      const cookie = await askFor(number);
      const sent = number === phone ? codeIn(await waitForText(site.twilio, phone)) : '123456';
      const seen = [await visible(await site.fetch(CODE, { headers: { cookie } }), number)];
      for (let count = 0; count < limits.CODE_TRIES + 2; count += 1) {
        seen.push(await visible(await enter(otherThan(sent), cookie), number));
      }
      ways.push(seen);
    }
    expect(ways[0]?.map(({ status }) => status)).toEqual([200, ...Array(7).fill(400)]);
    expect(ways[1]).toEqual(ways[0]);
    await site.settle();
  });

  test('A7 F1 the lock page is the same', async () => {
    const { phone } = await addAccount(site);
    const pages = [];
    for (const number of [phone, newNumber()]) {
      for (let count = 0; count < limits.REQUESTS_BEFORE_LOCK; count += 1) await askFor(number);
      const locked = await visible(await post(RESET, { identifier: number }), number);
      expect(locked.status).toBe(429);
      expect(locked.body).toContain(`href="${CODE}"`);
      pages.push({ ...locked, headers: locked.headers.filter(([name]) => name !== 'retry-after') });
    }
    expect(pages[1]).toEqual(pages[0]);
    await site.settle();
  });

  test('D4 a number of two accounts gets the same answer, and no message', async () => {
    const [first, second] = [await addAccount(site), await addAccount(site)];
    await site.database.prepare('UPDATE accounts SET phone = ? WHERE id = ?').bind(first.phone, second.username).run();
    const shared = await visible(await post(RESET, { identifier: first.phone }), first.phone);
    expect(shared).toEqual(await visible(await post(RESET, { identifier: newNumber() }), first.phone));
    await site.settle();
    const isOurs = ({ to }: { readonly to: string | readonly string[] }) =>
      [first.phone, first.email, second.email].some((own) => to.includes(own));
    expect([...site.twilio.messages, ...site.resend.inbox].filter(isOurs)).toEqual([]);
    const skipped = site.events().filter(({ event }) => event === 'text.skipped');
    expect(skipped.at(-1)).toEqual({ event: 'text.skipped', reason: 'no-account' });
  });
});

const attacked = {
  site,
  path: CODE,
  field: 'code',
  fill: () => ({ code: '123456', identifier: newNumber() }),
  taken: () => site.events().filter(({ event }) => event === 'code.tried').length,
};

describe('what is posted to the page for the code', () => {
  testShapes(attacked);
  testOrigins(attacked);

  test.each([
    ['B8 5,000 characters', { code: '1'.repeat(5000) }],
    ['nothing', new URLSearchParams()],
  ])('%s is answered with the form and its error, and no try is counted', async (_, fields) => {
    const before = attacked.taken();
    const response = await post(CODE, fields, await askFor(newNumber()));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('name="code"');
    expect(attacked.taken()).toBe(before);
    await site.settle();
  });

  test('E6 a forged cookie, or one of another site’s secret, knows no number', async () => {
    for (const cookie of ['code=', 'code=undefined', `code=${'A'.repeat(250)}`]) {
      const html = await (await site.fetch(CODE, { headers: { cookie } })).text();
      expect(html).toContain('name="identifier"');
    }
  });
});

describe('where no text messages are sent', () => {
  test('the page offers none, a number is told so, and there is no page for a code', async () => {
    await site.configure({ TEXT_MESSAGES: 'off' });
    const form = await (await site.fetch(RESET)).text();
    expect(form).not.toContain('<select');
    expect(form).toContain('Username or e-mail address');
    const refused = await post(RESET, { identifier: '+44 7400 123456' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Text messages are not available here');
    const page = await site.fetch(CODE);
    expect([page.status, page.headers.get('location')]).toEqual([303, RESET]);
    expect(await (await site.fetch(PASSWORD)).text()).not.toContain('without cookies');
  });
});

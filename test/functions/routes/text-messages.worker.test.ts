import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { codeIn, waitForText } from '../../fakes/twilio';
import { addAccount } from '../../harness/accounts';
import { codeVisitorOf, cookieOf, otherThan, RESET, visible } from '../../harness/code-visitor';
import { useSite } from '../../harness/worker';

const site = useSite({ TEXT_MESSAGES: 'twilio' });
const { post, askFor, enter } = codeVisitorOf(site);

beforeEach(() => {
  site.resend.clear();
  site.twilio.clear();
});

/** Writes with the ten digits that begin at this code point. */
const inDigits = (zero: number) => (digits: string) =>
  `+${[...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')}`;

/** So many digits that nobody else in these tests has. */
const some = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');

describe('a number is read', () => {
  test.each([
    ['Arabic', 0x660],
    ['Persian', 0x6f0],
    ['Devanagari', 0x966],
    ['Kannada', 0xce6],
    ['Thai', 0xe50],
    ['full-width', 0xff10],
  ] as const)('D1 in %s digits', async (_, zero) => {
    const { phone } = await addAccount(site);
    await askFor(inDigits(zero)(phone.slice(1)));
    await waitForText(site.twilio, phone);
    await site.settle();
  });

  test.each([
    ['GB', `+447400${some(6)}`, /^\+44(\d{4})(\d{6})$/, '0$1 $2'],
    ['RU', `+7912${some(7)}`, /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '8 ($1) $2-$3-$4'],
    ['JP', `+81901${some(7)}`, /^\+81(\d{2})(\d{4})(\d{4})$/, '0$1-$2-$3'],
    ['TR', `+90532${some(7)}`, /^\+90(\d{3})(\d{3})(\d{4})$/, '0$1 $2 $3'],
    ['DE', `+49151${some(8)}`, /^\+49(\d{3})(\d{8})$/, '+49 (0) $1 $2'],
    ['DE', `+4179${some(7)}`, /^\+41(\d{2})(\d{7})$/, '0041 $1 $2'],
  ] as const)('D2 as people in %s write it', async (country, phone, groups, written) => {
    await addAccount(site, { phone });
    await askFor(phone.replace(groups, written), { country });
    await waitForText(site.twilio, phone);
    await site.settle();
  });

  test.each([
    ['D3 with an extension', '07400 123456 ext 5', 'extension'],
    ['D2 of another country', '07400 123456', 'complete mobile number'],
  ])('%s it is refused, and the form keeps what was chosen', async (_, identifier, words) => {
    const response = await post(RESET, { identifier, country: 'FR' });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain(words);
    expect(html).toContain(`value="${identifier}"`);
    expect(html).toMatch(/<option value="FR" selected>/);
  });

  test.each([
    ['en', 'US'],
    ['es', 'ES'],
    ['ja', 'JP'],
    ['ar', 'EG'],
  ])('the page in %s shows the country that its language makes likely', async (locale, country) => {
    const html = await (await site.fetch(`/${locale}/account/reset/`)).text();
    expect(html.match(/<option value="(\w\w)" selected>/)?.[1]).toBe(country);
  });
});

describe('the code', () => {
  test('is taken in any script’s digits, with spaces, and as the whole message', async () => {
    for (const write of [
      (code: string) => ` ${code.slice(0, 3)} - ${code.slice(3)} `,
      (code: string) => [...code].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join(''),
      (code: string) => `${code} is your Acme code.\r\n\r\n@localhost #${code}`,
    ]) {
      const { phone } = await addAccount(site);
      const cookie = await askFor(phone);
      const code = codeIn(await waitForText(site.twilio, phone));
      expect((await enter(write(code), cookie)).status).toBe(303);
    }
    await site.settle();
  });

  test('E10 of twenty wrong ones at once all are counted, and five compared', async () => {
    const { phone } = await addAccount(site);
    const cookie = await askFor(phone);
    const code = codeIn(await waitForText(site.twilio, phone));
    const before = site.events().length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(otherThan(code), cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(400));
    await site.settle();
    const tried = site
      .events()
      .slice(before)
      .filter(({ event }) => event === 'code.tried');
    const counts = Object.groupBy(tried, (event) => ('result' in event ? event.result : ''));
    expect(counts.wrong).toHaveLength(limits.CODE_TRIES);
    expect(counts.exhausted).toHaveLength(20 - limits.CODE_TRIES);
    const late = await enter(code, cookie);
    expect(late.status).toBe(400);
    expect(await late.text()).toContain('too many wrong tries');
  });

  test('E10 a stranger cannot use up the tries of the visitor who asked', async () => {
    const { phone } = await addAccount(site);
    const cookie = await askFor(phone);
    await waitForText(site.twilio, phone);
    const stranger = await askFor(phone);
    const newest = codeIn(await waitForText(site.twilio, phone, 2));
    for (let count = 0; count < 6; count += 1) await enter(otherThan(newest), stranger);
    expect((await enter(newest, cookie)).status).toBe(303);
    await site.settle();
  });

  test('E1 works once', async () => {
    const { phone } = await addAccount(site);
    const cookie = await askFor(phone);
    const code = codeIn(await waitForText(site.twilio, phone));
    expect((await enter(code, cookie)).status).toBe(303);
    expect((await enter(code, cookie)).status).toBe(400);
    await site.settle();
  });

  test('works for ten minutes, and not after them', async () => {
    const [early, late] = [await addAccount(site), await addAccount(site)];
    const cookies = [await askFor(early.phone), await askFor(late.phone)];
    const codes = [];
    for (const { phone } of [early, late]) codes.push(codeIn(await waitForText(site.twilio, phone)));
    await site.settle();
    await site.passTime(limits.CODE_SECONDS - 60);
    expect((await enter(codes[0] ?? '', cookies[0] ?? '')).status).toBe(303);
    await site.passTime(60);
    const answer = await enter(codes[1] ?? '', cookies[1] ?? '');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('a code works for 10 minutes');
  });

  test('can be sent again after a minute, not before, and the page looks the same', async () => {
    const { phone } = await addAccount(site);
    const request = 'the nonce of one form';
    const first = await visible(await post(RESET, { identifier: phone, request }), phone);
    await waitForText(site.twilio, phone);
    await site.settle();
    expect(await visible(await post(RESET, { identifier: phone, request }), phone)).toEqual(first);
    await sleep(500);
    expect(site.twilio.messages).toHaveLength(1);
    await site.passTime(limits.REPEAT_SECONDS);
    const again = await post(RESET, { identifier: phone, request });
    const message = await waitForText(site.twilio, phone, 2);
    expect((await enter(codeIn(message), cookieOf(again))).status).toBe(303);
    await site.settle();
  });
});

describe('the text message', () => {
  test('G1 a double click makes one', async () => {
    const { phone } = await addAccount(site);
    const form = { identifier: phone, request: 'one nonce' };
    await Promise.all([post(RESET, form), post(RESET, form)]);
    await waitForText(site.twilio, phone);
    await site.settle();
    await sleep(500);
    expect(site.twilio.messages.filter(({ to }) => to === phone)).toHaveLength(1);
  });

  test('G3 when its answer is lost, it is looked for and not sent twice', async () => {
    const { phone } = await addAccount(site);
    site.twilio.failNext({ type: 'drop', accepts: true });
    await askFor(phone);
    await site.settle();
    expect(site.twilio.requests.map(({ method, outcome }) => `${method} ${outcome}`)).toEqual([
      'POST drop',
      'GET listed',
    ]);
    expect(site.twilio.messages).toHaveLength(1);
  });

  test('is in the language of the page, and names this site alone', async () => {
    const { phone } = await addAccount(site);
    await post('/ar/account/reset/', { identifier: phone }, '', { 'X-Forwarded-Host': 'evil.example' });
    const { body } = await waitForText(site.twilio, phone);
    expect(body).toMatch(/^\d{6} هو رمزك في Acme\..*\n\n@localhost #\d{6}$/s);
    await site.settle();
  });

  test('F5 counts with the mails to the account, silently', async () => {
    const { username, email, phone } = await addAccount(site);
    for (let round = 0; round < 3; round += 1) {
      for (const identifier of [username, email, phone]) expect((await post(RESET, { identifier })).status).toBe(303);
    }
    await site.settle();
    const links = site.resend.inbox.filter(({ text = '' }) => text.includes('token='));
    expect(links.length + site.twilio.messages.length).toBe(limits.MAILS_PER_ACCOUNT);
  });
});

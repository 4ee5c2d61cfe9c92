import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { twilioTexter } from '../../../functions/sms/twilio';
import { type FakeTwilio, startFakeTwilio, type TwilioFailure } from '../../fakes/twilio';

const TO = '+447400123456';
const text = { body: '123456 is your code.\n\n@help.example #123456', locale: 'en' } as const;

let twilio: FakeTwilio;

beforeAll(async () => {
  twilio = await startFakeTwilio();
});
beforeEach(() => twilio.clear());
afterAll(() => twilio.stop());

interface Sending {
  isRepeat?: boolean;
  from?: string;
  authToken?: string;
  /** Short for who is expected to hang; a busy machine is no failure. */
  timeoutMilliseconds?: number;
}

/** Of who waits for a provider that hangs. */
const impatient = { timeoutMilliseconds: 300 };

function send({ isRepeat = false, ...settings }: Sending = {}) {
  const { accountSid, authToken, from, url: baseUrl } = twilio;
  const texter = twilioTexter({ accountSid, authToken, from, baseUrl, ...settings });
  return texter.send(text, TO, { isRepeat, validSeconds: 600 });
}

const retry = (reason: string) => ({ type: 'retry', reason });

describe('a text message', () => {
  test('goes out as it is, and is dropped once it is of no use', async () => {
    expect(await send()).toEqual({ type: 'sent' });
    expect(twilio.messages).toMatchObject([{ to: TO, from: twilio.from, body: text.body, validSeconds: 600 }]);
  });

  test('may go out through a messaging service', async () => {
    expect(await send({ from: 'MG00000000000000000000000000000001' })).toEqual({ type: 'sent' });
  });

  test('is sent without a look at the list the first time', async () => {
    await send();
    expect(twilio.requests).toEqual([{ method: 'POST', outcome: 'sent' }]);
  });
});

describe('a repeat', () => {
  test('G2 sends nothing when the message went out already', async () => {
    await send();
    expect(await send({ isRepeat: true })).toEqual({ type: 'sent' });
    expect(twilio.messages).toHaveLength(1);
  });

  test.each(['drop', 'hang', 'html'] as const)('G3 after a lost answer (%s) makes one message', async (type) => {
    twilio.failNext({ type, accepts: true });
    expect((await send(type === 'hang' ? impatient : {})).type).toBe('retry');
    expect(await send({ isRepeat: true })).toEqual({ type: 'sent' });
    expect(twilio.messages).toHaveLength(1);
  });

  test.each(['drop', 'hang', 'html'] as const)('G3 after a lost request (%s) makes one message', async (type) => {
    twilio.failNext({ type, accepts: false });
    expect((await send(type === 'hang' ? impatient : {})).type).toBe('retry');
    expect(await send({ isRepeat: true })).toEqual({ type: 'sent' });
    expect(twilio.messages).toHaveLength(1);
  });

  test('waits when the list does not answer: nothing is known then', async () => {
    twilio.failNext({ type: 'error', status: 503, code: 20500 });
    expect(await send({ isRepeat: true })).toEqual(retry('unavailable'));
    expect(twilio.messages).toEqual([]);
  });

  test('sends when it may not look', async () => {
    twilio.allowList(false);
    expect(await send({ isRepeat: true })).toEqual({ type: 'sent' });
  });
});

describe('when it does not go out', () => {
  const error = (status: number, code: number, retryAfterSeconds?: number): TwilioFailure => ({
    type: 'error',
    status,
    code,
    retryAfterSeconds,
  });

  test.each([
    ['a number that cannot get messages', error(400, 21614), { type: 'rejected', code: 21614 }],
    ['a number that said STOP', error(400, 21610), { type: 'rejected', code: 21610 }],
    ['a region that is switched off', error(400, 21408), retry('configuration')],
    ['a sender that is not ours', error(400, 21606), retry('configuration')],
    ['an account that is closed', error(403, 20005), retry('configuration')],
    ['too fast', error(429, 20429, 7), { type: 'retry', reason: 'too-fast', afterSeconds: 7 }],
    ['a daily limit', error(429, 63038), retry('quota')],
    ['a fault of Twilio', error(500, 20500), retry('unavailable')],
    ['a redirect', error(307, 0), retry('unreadable')],
    ['no answer', { type: 'hang', accepts: false }, retry('no-answer')],
    ['a lost connection', { type: 'drop', accepts: false }, retry('no-answer')],
    ['a page of some proxy', { type: 'html', accepts: false }, retry('unreadable')],
  ] as const)('G3 G4 %s is told', async (_, failure, result) => {
    twilio.failNext(failure);
    expect(await send(failure.type === 'hang' ? impatient : {})).toEqual(result);
    expect(twilio.messages).toEqual([]);
  });

  test('a wrong token is told as configuration', async () => {
    expect(await send({ authToken: 'wrong' })).toEqual(retry('configuration'));
  });
});

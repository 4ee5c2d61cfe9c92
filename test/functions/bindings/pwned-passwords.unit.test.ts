import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BreachListError, createPwnedPasswords } from '../../../functions/bindings/pwned-passwords';
import { type FakePwnedPasswords, sha1, startFakePwnedPasswords } from '../../fakes/pwned-passwords';

let fake: FakePwnedPasswords;
beforeEach(async () => {
  fake = await startFakePwnedPasswords({ 'correct horse battery staple': 384, 'only padding has this hash': 0 });
});
afterEach(() => fake[Symbol.asyncDispose]());

/** @param timeoutMilliseconds Short for a list that is expected to hang; a busy machine is no failure. */
const list = (timeoutMilliseconds?: number) => createPwnedPasswords({ origin: fake.origin, timeoutMilliseconds });
const ask = (password: string, timeoutMilliseconds?: number) => list(timeoutMilliseconds).includes(password);
const IMPATIENT = 200;

describe('the breach list', () => {
  test('knows a password that was stolen somewhere', async () => {
    expect(await ask('correct horse battery staple')).toBe(true);
  });

  test('knows no password that differs in one letter', async () => {
    expect(await ask('Correct horse battery staple')).toBe(false);
  });

  test('takes entries with count 0 for padding', async () => {
    expect(await ask('only padding has this hash')).toBe(false);
  });

  test.each(['correct horse battery staple', 'ひみつの合言葉はこれです', ' '])(
    'I5 only five characters of the hash of %j leave',
    async (password) => {
      await ask(password);
      const hash = sha1(password);
      expect(fake.received).toHaveLength(1);
      expect(JSON.parse(fake.received[0] ?? '')).toMatchObject({ method: 'GET', url: `/range/${hash.slice(0, 5)}` });
      expect(fake.received[0]?.toUpperCase()).not.toContain(hash.slice(0, 6));
      expect(fake.received[0]).not.toContain(password.trim() || encodeURIComponent(password));
    },
  );

  test('I5 gives up on a list that does not answer in time', async () => {
    fake.answerWith(() => {});
    await expect(ask('correct horse battery staple', IMPATIENT)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('I5 gives up on a list that begins to answer and never ends', async () => {
    fake.answerWith((response) => void response.writeHead(200).write(`${'0'.repeat(35)}:0\r\n`));
    await expect(ask('correct horse battery staple', IMPATIENT)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test.each([301, 400, 429, 503])('I5 is unavailable when it answers %d', async (status) => {
    fake.answerWith((response) => void response.writeHead(status, { location: `${fake.origin}/range/00000` }).end());
    await expect(ask('correct horse battery staple')).rejects.toMatchObject({ code: 'unavailable' });
    expect(fake.received).toHaveLength(1);
  });

  test.each(['<!doctype html><title>Welcome</title>', '', '0123:1', `${'0'.repeat(35)}:0\r\nnonsense`])(
    'I5 believes no answer of another form: %j',
    async (text) => {
      fake.answerWith((response) => void response.end(text));
      await expect(ask('correct horse battery staple')).rejects.toMatchObject({ code: 'unreadable' });
    },
  );

  test('I5 reads no answer that never ends growing', async () => {
    fake.answerWith((response) => void response.end(`${'0'.repeat(35)}:0\r\n`.repeat(10_000)));
    await expect(ask('correct horse battery staple')).rejects.toBeInstanceOf(BreachListError);
  });

  test('I5 names neither password nor hash when it fails', async () => {
    fake.answerWith((response) => void response.destroy());
    const error: unknown = await ask('correct horse battery staple').catch((thrown) => thrown);
    expect(error).toMatchObject({ message: 'breach list: unavailable' });
    expect(error).not.toHaveProperty('cause');
  });
});

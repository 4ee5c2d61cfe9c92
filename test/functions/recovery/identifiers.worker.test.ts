/** Which account an identifier finds, from the form to the mailbox. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { limits } from '../../../src/shared/limits';
import { enabledLocales, localeToSegment } from '../../../src/shared/locales';
import { addAccount, newVisitor } from '../../harness/accounts';
import { testNetworkLimit } from '../../harness/form-attacks';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/account/reset/';

const ask = (identifier: string, path = FORM, headers: Record<string, string> = {}) =>
  site.post(path, { identifier }, { headers: { ...newVisitor(), ...headers } });

/** The addresses that a request brings mail to. */
async function mailedTo(identifier: string, path = FORM, headers: Record<string, string> = {}): Promise<string[]> {
  site.resend.clear();
  expect((await ask(identifier, path, headers)).status).toBe(303);
  await site.settle();
  return site.resend.inbox.flatMap(({ to }) => to);
}

/** A name that no other test has. */
const unique = (name: string) => `${name}${randomUUID().slice(0, 8)}`;

const admitted = () => site.events().filter(({ event }) => event === 'reset.admitted').length;

describe('what is no identifier', () => {
  test.each([
    ['B6 a NUL', 'ma\u0000ya'],
    ['B6 a control character', 'ma\u0007ya'],
    ['B6 a line separator', 'maya\u2028'],
    ['C4 a zero-width space', 'ma\u200bya'],
    ['C4 a mark that turns the direction', 'ma\u202eya'],
  ])('%s is refused with the form, and nothing is queued', async (_, identifier) => {
    const before = admitted();
    const response = await ask(identifier);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('name="identifier"');
    expect(admitted()).toBe(before);
  });
});

describe('which account is meant', () => {
  test('C1 a dotless i is no i, and mail goes to the stored address alone', async () => {
    const name = unique('mike');
    await addAccount(site, { email: `${name}@example.org` });
    expect(await mailedTo(`${name.replace('i', 'ı')}@example.org`)).toEqual([]);
    expect(await mailedTo(`${name}@EXAMPLE.org`)).toEqual([`${name}@example.org`]);
  });

  test('C2 a Cyrillic letter is not the Latin one that looks like it', async () => {
    const { username, email } = await addAccount(site, { username: unique('admin') });
    expect(await mailedTo(username.replace('a', 'а'))).toEqual([]);
    expect(await mailedTo(username)).toEqual([email]);
  });

  test('C3 a composed and a decomposed accent name one account', async () => {
    const { username, email } = await addAccount(site, { username: unique('josé') });
    expect(await mailedTo(username.normalize('NFD'))).toEqual([email]);
  });

  test('C5 an international domain is its punycode', async () => {
    const name = unique('user');
    await addAccount(site, { email: `${name}@xn--bcher-kva.example` });
    expect(await mailedTo(`${name}@bücher.example`)).toEqual([`${name}@xn--bcher-kva.example`]);
  });

  test('C6 an address with a tag is not the one without', async () => {
    const name = unique('user');
    await addAccount(site, { email: `${name}@example.org` });
    expect(await mailedTo(`${name}+tag@example.org`)).toEqual([]);
  });

  test('C7 the @ before a handle is dropped', async () => {
    const { username, email } = await addAccount(site, { username: unique('handle') });
    expect(await mailedTo(`@${username}`)).toEqual([email]);
  });

  test('C8 I and i mean the same in whatever language the visitor reads', async () => {
    const { username, email } = await addAccount(site, { username: unique('ipek') });
    const turkish = { 'accept-language': 'tr-TR,tr;q=0.9' };
    const readers = enabledLocales.filter(({ code }) => ['en', 'es', 'ar', 'tr', 'az'].includes(code));
    for (const { code } of readers) {
      const path = `/${localeToSegment(code)}/account/reset/`;
      expect(await mailedTo(username.toUpperCase(), path, turkish)).toEqual([email]);
    }
  });
});

describe('many requests', () => {
  testNetworkLimit({
    site,
    path: FORM,
    field: 'identifier',
    fill: () => ({ identifier: unique('nobody') }),
    taken: admitted,
  });

  test('F8 a flood of strangers writes nothing to the store of locks', async () => {
    const store = await site.store();
    const keys = async () => (await store.list()).keys.length;
    const before = await keys();
    const answers = await Promise.all(Array.from({ length: 150 }, () => ask(unique('stranger'))));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    await site.settle();
    expect(await keys()).toBe(before);
    const locked = unique('locked');
    for (let count = 0; count <= limits.REQUESTS_BEFORE_LOCK; count += 1) await ask(locked);
    expect(await keys()).toBe(before + 1);
    await site.settle();
  });
});

beforeEach(() => site.resend.clear());

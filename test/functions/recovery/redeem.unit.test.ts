import { beforeEach, describe, expect, test, vi } from 'vitest';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import { redeem } from '../../../functions/recovery/redeem';
import { createRecovery, goodPassword, maria, type Recovery } from '../../fakes/recovery';
import { type MailedLink, mailLinkOf } from './mailed-link';

const HOUR = 3_600_000;
const closed = (problem: string) => ({ type: 'closed', problem });

let recovery: Recovery;

beforeEach(() => {
  recovery = createRecovery();
});

const mailLink = () => mailLinkOf(recovery);
const inspect = ({ token }: MailedLink) => inspectLink(recovery.deps, token);
const change = (link: MailedLink, password = goodPassword) =>
  redeem(recovery.deps, { ...link, password, locale: 'en', whereabouts: { country: 'NG' } });
const password = () => recovery.accounts.passwordOf('account-1');

describe('a link', () => {
  test('changes the password, ends the sessions and queues a notice', async () => {
    const link = await mailLink();
    recovery.clock.advance(1234);
    expect(await change(link)).toEqual({ type: 'changed' });
    expect(password()).toBe(goodPassword);
    expect(recovery.accounts.hasEndedSessions('account-1')).toBe(true);
    expect(recovery.jobs).toEqual([
      {
        type: 'notice',
        id: expect.stringMatching(/^notice-/),
        accountRef: 'account-1',
        locale: 'en',
        changedAt: recovery.clock.now(),
        whereabouts: { country: 'NG' },
      },
    ]);
  });

  test('E1 that was used changes nothing any more', async () => {
    const link = await mailLink();
    await change(link);
    expect(await change(link, 'eight loud otters paint')).toEqual(closed('link-used'));
    expect(await inspect(link)).toEqual(closed('link-used'));
    expect(password()).toBe(goodPassword);
  });

  test('E2 works until one millisecond before its end', async () => {
    const link = await mailLink();
    recovery.clock.advance(HOUR - 1);
    expect((await inspect(link)).type).toBe('open');
    recovery.clock.advance(1);
    expect(await inspect(link)).toEqual(closed('link-expired'));
    expect(await change(link)).toEqual(closed('link-expired'));
    expect(recovery.accounts.calls).toEqual([]);
  });

  test('E2 may be used in its last millisecond', async () => {
    const link = await mailLink();
    recovery.clock.advance(HOUR - 1);
    expect(await change(link)).toEqual({ type: 'changed' });
  });

  test('E3 with any character changed is unknown', async () => {
    const link = await mailLink();
    for (let at = 0; at < link.token.length; at += 1) {
      const other = link.token[at] === 'A' ? 'E' : 'A';
      const token = link.token.slice(0, at) + other + link.token.slice(at + 1);
      expect(await change({ ...link, token })).toEqual(closed('link-unknown'));
    }
    expect(password()).toBeUndefined();
  });

  test('E4 may be pasted badly', async () => {
    const link = await mailLink();
    expect((await inspect({ ...link, token: ` ${link.token.slice(0, 9)} ${link.token.slice(9)}>. ` })).type).toBe(
      'open',
    );
  });

  test('E5 is superseded by a newer one', async () => {
    const older = await mailLink();
    const newer = await mailLink();
    expect(await inspect(older)).toEqual(closed('link-superseded'));
    expect(await change(older)).toEqual(closed('link-superseded'));
    expect(await change(newer)).toEqual({ type: 'changed' });
  });

  test('E7 with the form of another link changes nothing', async () => {
    const older = await mailLink();
    const newer = await mailLink();
    expect(await change({ token: newer.token, flow: older.flow })).toEqual(closed('link-unknown'));
    expect(await change({ token: newer.token, flow: '' })).toEqual(closed('link-unknown'));
    expect(recovery.accounts.calls).toEqual([]);
    expect((await inspect(newer)).type).toBe('open');
  });

  test('E8 may be looked at as often as anybody likes', async () => {
    const link = await mailLink();
    for (let times = 0; times < 50; times += 1) await inspect(link);
    expect(await change(link)).toEqual({ type: 'changed' });
  });

  test('E9 used by twenty at once changes the password once, and calls the account system once', async () => {
    const link = await mailLink();
    const results = await Promise.all(Array.from({ length: 20 }, () => change(link)));
    expect(results.filter(({ type }) => type === 'changed')).toHaveLength(1);
    expect(recovery.accounts.calls.filter((call) => call === 'setPassword')).toHaveLength(1);
    for (const result of results)
      expect([{ type: 'changed' }, closed('link-busy'), closed('link-used')]).toContainEqual(result);
  });

  test('E11 is judged by the gate, whatever the store still says', async () => {
    const link = await mailLink();
    const before = [...recovery.kv.entries];
    await change(link);
    for (const [name, value] of before) recovery.kv.entries.set(name, value);
    expect(await change(link, 'eight loud otters paint')).toEqual(closed('link-used'));
  });

  test.each([
    ['no JSON', () => 'garbage'],
    ['nothing', () => ''],
    ['null', () => 'null'],
    ['no end', (entry: object) => JSON.stringify({ ...entry, expires: undefined })],
    ['an end that is null', (entry: object) => JSON.stringify({ ...entry, expires: null })],
    ['an end that is text', (entry: object) => JSON.stringify({ ...entry, expires: '9999999999999' })],
    ['no account', (entry: object) => JSON.stringify({ ...entry, account: '' })],
  ])('E12 whose entry holds %s is unknown, and no error', async (_, damage) => {
    const link = await mailLink();
    for (const [name, value] of recovery.kv.entries) recovery.kv.entries.set(name, damage(JSON.parse(value)));
    expect(await inspect(link)).toEqual(closed('link-unknown'));
    expect(await change(link)).toEqual(closed('link-unknown'));
    expect(recovery.accounts.calls).toEqual([]);
  });

  test('of another account’s flow at the gate does not work', async () => {
    recovery = createRecovery([maria, { ...maria, ref: 'account-2', username: 'joan', email: 'joan@example.org' }]);
    const link = await mailLink();
    for (const [name, value] of recovery.kv.entries) {
      recovery.kv.entries.set(name, JSON.stringify({ ...JSON.parse(value), account: 'account-2' }));
    }
    expect(await change(link)).toEqual(closed('link-expired'));
    expect(recovery.accounts.calls).toEqual([]);
  });

  test('voids the other links of the account', async () => {
    const link = await mailLink();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    recovery.accounts.holdSetPassword(held);
    const changing = change(link);
    await vi.waitFor(() => expect(recovery.accounts.calls).toContain('setPassword'), { timeout: 10_000 });
    const newer = await mailLink();
    expect((await inspect(newer)).type).toBe('open');
    letGo();
    await changing;
    expect(await inspect(newer)).toEqual(closed('link-superseded'));
  });
});

describe('a password', () => {
  test('E13 that is refused leaves the link as it was', async () => {
    const link = await mailLink();
    expect(await change(link, 'too short')).toEqual({ type: 'refused', problems: ['password-too-short'] });
    expect(await change(link)).toEqual({ type: 'changed' });
    expect(password()).toBe(goodPassword);
  });

  test('E13 that the account system refuses leaves the link as it was, and its reasons are told', async () => {
    const link = await mailLink();
    recovery.accounts.answerSetPassword({ type: 'refused', problems: ['password-breached'] });
    expect(await change(link)).toEqual({ type: 'refused', problems: ['password-breached'] });
    recovery.accounts.answerSetPassword(undefined);
    expect(await change(link)).toEqual({ type: 'changed' });
  });

  test.each([
    ['the brand', 'my very own acme login'],
    ['the username', 'for Maria otters paint'],
  ])('I4 that holds %s is refused before the account system is asked to set it', async (_, typed) => {
    const link = await mailLink();
    expect(await change(link, typed)).toEqual({ type: 'refused', problems: ['password-context'] });
    expect(recovery.accounts.calls).not.toContain('setPassword');
  });

  test('I4 that is known from a breach is refused, where the operator has switched that on', async () => {
    const link = await mailLink();
    const breaches = { includes: async () => true };
    const request = { ...link, password: goodPassword, locale: 'en' as const };
    expect(await redeem({ ...recovery.deps, breaches }, request)).toEqual({
      type: 'refused',
      problems: ['password-breached'],
    });
    expect((await inspect(link)).type).toBe('open');
  });

  test('I5 is accepted when the breach list does not answer, with an event', async () => {
    const link = await mailLink();
    const breaches = { includes: () => Promise.reject(new Error('too slow')) };
    const request = { ...link, password: goodPassword, locale: 'en' as const };
    expect(await redeem({ ...recovery.deps, breaches }, request)).toEqual({ type: 'changed' });
    expect(recovery.events).toContainEqual({ event: 'part.failed', part: 'breach-list', during: 'judge-password' });
  });
});

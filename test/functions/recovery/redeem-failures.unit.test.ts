import { beforeEach, describe, expect, test } from 'vitest';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import { LEASE_SECONDS, redeem } from '../../../functions/recovery/redeem';
import { createRecovery, goodPassword, type Recovery } from '../../fakes/recovery';
import { type MailedLink, mailLinkOf } from './mailed-link';

const closed = (problem: string) => ({ type: 'closed', problem });

let recovery: Recovery;

beforeEach(() => {
  recovery = createRecovery();
});

const mailLink = () => mailLinkOf(recovery);
const inspect = ({ token }: MailedLink) => inspectLink(recovery.deps, token);
const change = (link: MailedLink, password = goodPassword) =>
  redeem(recovery.deps, { ...link, password, locale: 'en' });
const password = () => recovery.accounts.passwordOf('account-1');

describe('an account', () => {
  test.each(['disabled', 'federated'] as const)('A2 that became %s since the mail gets no password', async (status) => {
    const link = await mailLink();
    recovery.accounts.change('account-1', { status });
    expect(await change(link)).toEqual(closed('link-unknown'));
    expect(recovery.accounts.calls).not.toContain('setPassword');
  });

  test('that is gone when the password is set makes the link unknown', async () => {
    const link = await mailLink();
    recovery.accounts.answerSetPassword({ type: 'gone' });
    expect(await change(link)).toEqual(closed('link-unknown'));
  });

  test('of a system that cannot end sessions is not asked to', async () => {
    const link = await mailLink();
    const accounts = { ...recovery.accounts, capabilities: { phone: false, endSessions: false } };
    await redeem({ ...recovery.deps, accounts }, { ...link, password: goodPassword, locale: 'en' });
    expect(recovery.accounts.calls).not.toContain('endSessions');
  });
});

describe('E6 no password is set without a reservation', () => {
  test.each(['busy', 'used', 'superseded', 'expired'] as const)('when the gate says %s', async (type) => {
    const link = await mailLink();
    const gate = { ...recovery.deps.gate, reserve: async () => ({ type }) };
    const result = await redeem({ ...recovery.deps, gate }, { ...link, password: goodPassword, locale: 'en' });
    expect(result).toEqual(closed(`link-${type}`));
    expect(recovery.accounts.calls).toEqual([]);
  });

  test('when there is no token at all', async () => {
    const { flow } = await mailLink();
    expect(await change({ token: '', flow })).toEqual(closed('link-unknown'));
    expect(recovery.accounts.calls).toEqual([]);
  });
});

describe('when a part fails', () => {
  const failure = (part: string, during: string) => ({ event: 'part.failed', part, during });

  test.each(['tokens.find', 'gate.peek'])('F9 without %s nothing is known of a link', async (call) => {
    const link = await mailLink();
    recovery.fail(call);
    expect(await inspect(link)).toEqual(closed('unavailable'));
  });

  test.each(['tokens.find', 'gate.reserve'])('F9 without %s no password is set', async (call) => {
    const link = await mailLink();
    recovery.fail(call);
    expect(await change(link)).toEqual(closed('unavailable'));
    expect(recovery.accounts.calls).toEqual([]);
  });

  test.each(['find', 'setPassword'] as const)(
    'A6 without the account system’s %s the link still works',
    async (call) => {
      const link = await mailLink();
      recovery.accounts.fail(call);
      expect(await change(link)).toEqual(closed('unavailable'));
      recovery.accounts.work();
      expect(await change(link, 'eight loud otters paint')).toEqual({ type: 'changed' });
      expect(password()).toBe('eight loud otters paint');
    },
  );

  test('a link that could not be released works again after its lease', async () => {
    const link = await mailLink();
    recovery.fail('gate.release');
    await change(link, 'too short');
    recovery.work('gate.release');
    expect(await change(link)).toEqual(closed('link-busy'));
    recovery.clock.advance(LEASE_SECONDS * 1000);
    expect(await change(link)).toEqual({ type: 'changed' });
  });

  test('E1 a password that was set but not remembered by the gate uses the link up all the same', async () => {
    const link = await mailLink();
    recovery.fail('gate.commit');
    expect(await change(link)).toEqual({ type: 'changed' });
    expect(recovery.log.filter((call) => call === 'gate.commit')).toHaveLength(3);
    recovery.clock.advance(LEASE_SECONDS * 1000);
    expect(await change(link, 'eight loud otters paint')).toEqual(closed('link-unknown'));
    expect(recovery.events).toContainEqual(failure('gate', 'commit'));
  });

  test('sessions that cannot be ended now are left to the queue, and do not undo the change', async () => {
    const link = await mailLink();
    recovery.accounts.fail('endSessions');
    expect(await change(link)).toEqual({ type: 'changed' });
    expect(recovery.events).toContainEqual(failure('account-system', 'end-sessions'));
    expect(recovery.jobs).toMatchObject([{ type: 'sessions', accountRef: 'account-1' }, { type: 'notice' }]);
  });

  test('a commit that comes too late says so to the operator, and the answer stays true', async () => {
    const link = await mailLink();
    const gate = { ...recovery.deps.gate, commit: async () => ({ type: 'lost' }) as const };
    const result = await redeem({ ...recovery.deps, gate }, { ...link, password: goodPassword, locale: 'en' });
    expect(result).toEqual({ type: 'changed' });
    expect(recovery.eventNames()).toEqual(['link.redeemed', 'commit.lost']);
  });

  test('a notice that cannot be queued does not undo the change', async () => {
    const link = await mailLink();
    recovery.fail('queue.send');
    expect(await change(link)).toEqual({ type: 'changed' });
    expect(recovery.events).toContainEqual(failure('queue', 'enqueue'));
  });
});

test('E14 no event holds a token, a password, a name or an address', async () => {
  const link = await mailLink();
  await change(link, 'my very own acme login');
  recovery.accounts.fail('setPassword');
  await change(link);
  recovery.accounts.work();
  await change(link);
  await change(link);
  expect(recovery.eventNames()).toEqual(['password.refused', 'part.failed', 'link.redeemed', 'link.closed']);
  expect(JSON.stringify(recovery.events)).not.toMatch(
    new RegExp(`${link.token}|${link.flow}|acme|otters|maria|account-1`, 'i'),
  );
});

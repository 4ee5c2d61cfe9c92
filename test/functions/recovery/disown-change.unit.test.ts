import { beforeEach, describe, expect, test } from 'vitest';
import { disownChange, inspectNotice } from '../../../functions/recovery/disown-change';
import { endSessions } from '../../../functions/recovery/end-sessions';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import type { NoticeJob, SecureJob, SessionsJob } from '../../../functions/recovery/jobs';
import { secureAccount } from '../../../functions/recovery/secure-account';
import { sendNotice } from '../../../functions/recovery/send-notice';
import { createRecovery, type Recovery, tokenIn } from '../../fakes/recovery';
import { mailLinkOf } from './mailed-link';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const closed = (problem: string) => ({ type: 'closed', problem });

let recovery: Recovery;
let notices = 0;

beforeEach(() => {
  recovery = createRecovery();
});

/** The token of a notice that was mailed; what was written down about it is forgotten. */
async function mailNotice(): Promise<string> {
  notices += 1;
  const changedAt = recovery.clock.now();
  const job: NoticeJob = { type: 'notice', id: `notice-${notices}`, accountRef: 'account-1', locale: 'en', changedAt };
  await sendNotice(recovery.deps, job, 1);
  const token = tokenIn(recovery.mails.at(-1));
  for (const written of [recovery.events, recovery.accounts.calls, recovery.mails, recovery.log]) written.length = 0;
  return token;
}

async function flowOf(token: string): Promise<string> {
  const notice = await inspectNotice(recovery.deps, token);
  return notice.type === 'open' ? notice.flow : '';
}

/** Presses the button of a notice, on its own page. */
async function press(token: string) {
  return disownChange(recovery.deps, { token, flow: await flowOf(token), locale: 'es' });
}

/** Does the jobs that wait, as the queue does. */
async function workOff(): Promise<void> {
  for (const job of recovery.jobs.splice(0)) {
    if (job.type === 'sessions') await endSessions(recovery.deps, job, 1);
    if (job.type === 'secure') await secureAccount(recovery.deps, job, 1);
  }
}

describe('looking at the page', () => {
  test('E8 changes nothing, however often', async () => {
    const link = await mailLinkOf(recovery);
    const token = await mailNotice();
    for (let times = 0; times < 5; times += 1) await inspectNotice(recovery.deps, token);
    expect(recovery.jobs).toEqual([]);
    expect((await inspectLink(recovery.deps, link.token)).type).toBe('open');
    expect(new Set(recovery.log.filter((call) => !call.startsWith('gate.peek')))).toEqual(
      new Set(['notices.find', 'tokens.find']),
    );
  });

  test('never asks the account system', async () => {
    await press(await mailNotice());
    expect(recovery.accounts.calls).toEqual([]);
  });
});

describe('pressing the button', () => {
  test('voids every link of the account, ends its sessions and mails a link that works', async () => {
    const old = await mailLinkOf(recovery);
    recovery.mails.length = 0;
    expect(await press(await mailNotice())).toEqual({ type: 'secured' });
    expect(await inspectLink(recovery.deps, old.token)).toEqual(closed('link-superseded'));
    await workOff();
    expect(recovery.accounts.hasEndedSessions('account-1')).toBe(true);
    expect(recovery.mails).toMatchObject([{ to: 'Maria@Example.org', mail: { subject: 'Secure', locale: 'es' } }]);
    expect((await inspectLink(recovery.deps, tokenIn(recovery.mails[0]))).type).toBe('open');
    expect(recovery.eventNames()).toEqual(expect.arrayContaining(['notice.disowned', 'sessions.ended', 'mail.sent']));
  });

  test('F5 brings its mail although somebody has used up the account’s mails', async () => {
    for (let mails = 0; mails < 5; mails += 1) await mailLinkOf(recovery);
    await press(await mailNotice());
    await workOff();
    expect(recovery.mails).toHaveLength(1);
  });

  test('G1 twice is pressing it once: the same jobs, and the link that was mailed stays', async () => {
    const token = await mailNotice();
    await press(token);
    const first = structuredClone(recovery.jobs);
    await workOff();
    recovery.clock.advance(1000);
    expect(await press(token)).toEqual({ type: 'secured' });
    expect(recovery.jobs).toEqual(first);
    await workOff();
    expect(recovery.mails[1]).toEqual(recovery.mails[0]);
    expect((await inspectLink(recovery.deps, tokenIn(recovery.mails[0]))).type).toBe('open');
  });

  test('G3 again when its link is too old brings another mail under another key, and the old link stays closed', async () => {
    const token = await mailNotice();
    await press(token);
    await workOff();
    recovery.clock.advance(2 * HOUR);
    await press(token);
    await workOff();
    const [old, recent] = recovery.mails;
    expect(recent?.idempotencyKey).not.toBe(old?.idempotencyKey);
    expect((await inspectLink(recovery.deps, tokenIn(old))).type).toBe('closed');
    expect((await inspectLink(recovery.deps, tokenIn(recent))).type).toBe('open');
  });

  test('works for a week', async () => {
    const token = await mailNotice();
    const flow = await flowOf(token);
    recovery.clock.advance(7 * DAY - 1);
    expect(await disownChange(recovery.deps, { token, flow, locale: 'en' })).toEqual({ type: 'secured' });
    recovery.clock.advance(1);
    expect(await disownChange(recovery.deps, { token, flow, locale: 'en' })).toEqual(closed('link-expired'));
  });

  test('E7 with the form of another notice does nothing', async () => {
    const [mine, other] = [await mailNotice(), await mailNotice()];
    const request = { token: mine, flow: await flowOf(other), locale: 'en' } as const;
    expect(await disownChange(recovery.deps, request)).toEqual(closed('link-unknown'));
    expect(recovery.jobs).toEqual([]);
  });

  test.each(['', 'A'.repeat(43), 'no token'])('E3 with "%s" does nothing', async (token) => {
    const request = { token, flow: 'any', locale: 'en' } as const;
    expect(await disownChange(recovery.deps, request)).toEqual(closed('link-unknown'));
    expect(recovery.log).not.toContain('gate.replaceAll');
  });

  test('E6 the link of a reset mail presses nothing', async () => {
    const { token, flow } = await mailLinkOf(recovery);
    const request = { token, flow, locale: 'en' } as const;
    expect(await disownChange(recovery.deps, request)).toEqual(closed('link-unknown'));
  });

  test('E12 an entry that is damaged does nothing', async () => {
    const token = await mailNotice();
    const [name = ''] = [...recovery.kv.entries.keys()].filter((key) => key.startsWith('n:'));
    for (const damaged of ['', '{', '{"notice":"notice-1","account":"account-1"}']) {
      recovery.kv.entries.set(name, damaged);
      expect(await inspectNotice(recovery.deps, token)).toEqual(closed('link-unknown'));
    }
  });
});

describe('when a part fails', () => {
  test.each(['notices.find', 'gate.replaceAll', 'queue.send'])(
    'F9 without %s the page says so, and pressing again works',
    async (call) => {
      const token = await mailNotice();
      const flow = await flowOf(token);
      const request = { token, flow, locale: 'en' } as const;
      recovery.fail(call);
      expect(await disownChange(recovery.deps, request)).toEqual(closed('unavailable'));
      recovery.work(call);
      expect(await disownChange(recovery.deps, request)).toEqual({ type: 'secured' });
      await workOff();
      expect((await inspectLink(recovery.deps, tokenIn(recovery.mails[0]))).type).toBe('open');
    },
  );

  test('A6 sessions and mail wait for the account system', async () => {
    await press(await mailNotice());
    const [sessions, secure] = recovery.jobs as [SessionsJob, SecureJob];
    recovery.accounts.fail('endSessions');
    recovery.accounts.fail('find');
    expect(await endSessions(recovery.deps, sessions, 1)).toEqual({ type: 'retry', afterSeconds: 5 });
    expect(await secureAccount(recovery.deps, secure, 1)).toEqual({ type: 'retry', afterSeconds: 5 });
    recovery.accounts.work();
    await workOff();
    expect(recovery.accounts.hasEndedSessions('account-1')).toBe(true);
    expect(recovery.mails).toHaveLength(1);
  });

  test('a system that cannot end sessions is not asked to', async () => {
    const accounts = { ...recovery.accounts, capabilities: { phone: true, endSessions: false } };
    const job: SessionsJob = { type: 'sessions', id: 'sessions-1', accountRef: 'account-1' };
    expect(await endSessions({ ...recovery.deps, accounts }, job, 1)).toEqual({ type: 'done' });
    expect(recovery.accounts.calls).toEqual([]);
  });
});

describe('no mail, and one event', () => {
  test.each([
    ['A2 for an account that was disabled since', 'account-disabled', { status: 'disabled' }],
    ['for an account that signs in with its company by now', 'account-federated', { status: 'federated' }],
    ['A3 for an account without an address', 'no-verified-address', { email: undefined }],
  ] as const)('%s', async (_, reason, facts) => {
    await press(await mailNotice());
    recovery.accounts.change('account-1', facts);
    await workOff();
    expect(recovery.mails).toEqual([]);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'secure', reason });
  });

  test('for a job that is older than anything the gate remembers', async () => {
    await press(await mailNotice());
    recovery.clock.advance(6 * DAY + 1);
    await workOff();
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'secure', reason: 'outdated' });
  });
});

test('E14 no event holds a token, a name or an address', async () => {
  const token = await mailNotice();
  await press(token);
  await workOff();
  expect(JSON.stringify(recovery.events)).not.toMatch(new RegExp(`${token}|maria|example|account-1|notice-\\d`, 'i'));
});

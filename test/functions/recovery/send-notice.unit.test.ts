import { beforeEach, expect, test } from 'vitest';
import { inspectNotice } from '../../../functions/recovery/disown-change';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import type { NoticeJob } from '../../../functions/recovery/jobs';
import { sendNotice } from '../../../functions/recovery/send-notice';
import { createRecovery, maria, type Recovery, tokenIn } from '../../fakes/recovery';

const WEEK = 7 * 86_400_000;

let recovery: Recovery;

beforeEach(() => {
  recovery = createRecovery();
});

const job: NoticeJob = {
  type: 'notice',
  id: 'notice-1',
  accountRef: 'account-1',
  locale: 'ja',
  changedAt: 1_790_000_000_000,
};
const send = (attempt = 1) => sendNotice(recovery.deps, job, attempt);

test('a notice goes to the stored address, in the language of the change', async () => {
  expect(await send()).toEqual({ type: 'done' });
  expect(recovery.mails).toMatchObject([
    { to: 'Maria@Example.org', idempotencyKey: 'notice-1', mail: { locale: 'ja' } },
  ]);
});

test('G2 a notice that is delivered again is the same mail under the same key', async () => {
  await send();
  recovery.clock.advance(60_000);
  await send(2);
  expect(recovery.mails[1]).toEqual(recovery.mails[0]);
});

test('a notice’s button works for a week from the last attempt', async () => {
  await send();
  recovery.clock.advance(1000);
  await send(2);
  const token = tokenIn(recovery.mails[1]);
  recovery.clock.advance(WEEK - 1);
  expect((await inspectNotice(recovery.deps, token)).type).toBe('open');
  recovery.clock.advance(1);
  expect(await inspectNotice(recovery.deps, token)).toEqual({ type: 'closed', problem: 'link-expired' });
});

test('a notice keeps its token out of the store, and opens no reset', async () => {
  await send();
  const token = tokenIn(recovery.mails[0]);
  const [[name, value] = []] = [...recovery.kv.entries];
  expect(name).toMatch(/^n:[\w-]{43}$/);
  expect(`${name}${value}`).not.toContain(token);
  expect(await inspectLink(recovery.deps, token)).toEqual({ type: 'closed', problem: 'link-unknown' });
});

test('a notice whose button could not be stored waits', async () => {
  recovery.fail('notices.put');
  expect(await send()).toEqual({ type: 'retry', afterSeconds: 5 });
  expect(recovery.mails).toEqual([]);
  recovery.work('notices.put');
  expect(await send(2)).toEqual({ type: 'done' });
});

test('a notice goes out although the account was disabled since', async () => {
  recovery.accounts.change('account-1', { status: 'disabled' });
  await send();
  expect(recovery.mails).toHaveLength(1);
});

test('a notice waits when the account system or the mail provider does not answer', async () => {
  recovery.accounts.fail('find');
  expect(await send()).toEqual({ type: 'retry', afterSeconds: 5 });
  recovery.accounts.work();
  recovery.answerMails({ type: 'retry', reason: 'unavailable' });
  expect(await send(2)).toEqual({ type: 'retry', afterSeconds: 10 });
  expect(await send(3)).toEqual({ type: 'done' });
});

test.each([
  ['without an address', 'no-verified-address', [{ ...maria, email: undefined }]],
  ['that is gone', 'no-account', []],
])('A3 a notice for an account %s is one event and no mail', async (_, reason, accounts) => {
  recovery = createRecovery(accounts);
  expect(await send()).toEqual({ type: 'done' });
  expect(recovery.events).toEqual([{ event: 'mail.skipped', mail: 'notice', reason }]);
  expect(recovery.mails).toEqual([]);
});

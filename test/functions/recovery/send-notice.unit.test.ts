import { beforeEach, expect, test } from 'vitest';
import type { NoticeJob } from '../../../functions/recovery/jobs';
import { sendNotice } from '../../../functions/recovery/send-notice';
import { createRecovery, maria, type Recovery } from '../../fakes/recovery';

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

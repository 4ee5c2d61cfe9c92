import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Account, AccountSystem } from '../../../functions/accounts/port';
import { createKvNotices } from '../../../functions/bindings/kv-tokens';
import { consumeMail, type QueueMessage } from '../../../functions/mail/outbox';
import { mailRenderer } from '../../../functions/mail/renderer';
import { resendMailer } from '../../../functions/mail/resend';
import type { NoticeJob } from '../../../functions/recovery/jobs';
import { sendNotice } from '../../../functions/recovery/send-notice';
import { createRecoveryKeys } from '../../../functions/recovery/tokens';
import { loadTranslate } from '../../../src/shared/catalog';
import { createFrozenClock } from '../../fakes/clock';
import type { Failure } from '../../fakes/failure-plan';
import { createFakeKv } from '../../fakes/kv';
import { type FakeResend, startFakeResend } from '../../fakes/resend';

/** As wrangler.toml: one delivery and 40 retries, then the dead-letter queue. */
const DELIVERIES = 41;
const BATCH = 10;

let resend: FakeResend;

beforeEach(async () => {
  resend = await startFakeResend();
});

afterEach(() => resend.stop());

const accounts: AccountSystem = {
  capabilities: { phone: false, endSessions: false },
  find: async (ref): Promise<Account> => ({ ref, username: ref, email: `${ref}@example.org`, status: 'active' }),
  resolve: async () => undefined,
  setPassword: async () => ({ type: 'gone' }),
  endSessions: async () => {},
};

function noticeOf(index: number): NoticeJob {
  return { type: 'notice', id: `notice-${index}`, accountRef: `user-${index}`, locale: 'en', changedAt: 0 };
}

/** Works a queue off as the platform does, without its waits. Returns the jobs that were given up. */
async function workOff(jobs: readonly NoticeJob[]): Promise<readonly unknown[]> {
  const mailer = resendMailer({
    apiKey: resend.apiKey,
    from: 'a@b.example',
    baseUrl: resend.url,
    timeoutMilliseconds: 300,
  });
  const render = mailRenderer('https://help.example.com', loadTranslate);
  const clock = createFrozenClock();
  const notices = createKvNotices(createFakeKv().kv, clock);
  const keys = createRecoveryKeys('a secret of the tests, long enough');
  const deps = { accounts, mailer, render, notices, keys, clock, report: () => {} };
  const other = () => Promise.reject(new TypeError('only notices here'));
  const handlers = {
    reset: other,
    code: other,
    'code-mail': other,
    secure: other,
    sessions: other,
    dispatch: other,
    notice: (job: NoticeJob, attempt: number) => sendNotice(deps, job, attempt),
  };
  const waiting = jobs.map((body) => ({ body, attempts: 1 }));
  const dead: unknown[] = [];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, BATCH).map(({ body, attempts }): QueueMessage => {
      const retry = () => (attempts < DELIVERIES ? waiting.push({ body, attempts: attempts + 1 }) : dead.push(body));
      return { body, attempts, ack: () => {}, retry };
    });
    await consumeMail({ handlers, report: () => {}, random: () => 0 }, batch);
  }
  return dead;
}

const inEveryWay: readonly Failure[] = [
  { type: 'error', name: 'internal_server_error' },
  { type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 1 },
  { type: 'hang', accepts: true },
  { type: 'hang', accepts: false },
  { type: 'drop', accepts: true },
  { type: 'drop', accepts: false },
  { type: 'html', accepts: true },
  { type: 'html', accepts: false },
];

test('G3 a provider that fails by chance, in every way, a third of the time: each mail arrives, and none twice', {
  timeout: 30_000,
}, async () => {
  resend.failAtRandom({ seed: 3, rate: 0.3, failures: inEveryWay });
  const jobs = Array.from({ length: 100 }, (_, index) => noticeOf(index));
  expect(await workOff(jobs)).toEqual([]);
  const addressees = resend.inbox.flatMap(({ to }) => to);
  expect(addressees.toSorted()).toEqual(jobs.map(({ accountRef }) => `${accountRef}@example.org`).toSorted());
  expect(resend.attempts.length).toBeGreaterThan(120);
});

test('a provider that takes no mail at all for a day: the job is given up to the dead-letter queue, not lost', async () => {
  resend.failAtRandom({ seed: 1, rate: 1, failures: [{ type: 'error', name: 'internal_server_error' }] });
  expect(await workOff([noticeOf(1)])).toEqual([noticeOf(1)]);
  expect(resend.attempts).toHaveLength(DELIVERIES);
});

test('a mail that the provider refuses for good is not tried again', async () => {
  resend.failNext({ type: 'error', name: 'validation_error' });
  expect(await workOff([noticeOf(1)])).toEqual([]);
  expect(resend.attempts).toHaveLength(1);
});

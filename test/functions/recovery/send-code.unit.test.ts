import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/accounts/port';
import { enterCode } from '../../../functions/recovery/enter-code';
import type { CodeJob, CodeMailJob } from '../../../functions/recovery/jobs';
import { requestReset } from '../../../functions/recovery/request-reset';
import { sendCode } from '../../../functions/recovery/send-code';
import { sendCodeMail } from '../../../functions/recovery/send-code-mail';
import { codeIn, createRecovery, maria, type Recovery } from '../../fakes/recovery';

const MINUTE = 60_000;
const NUMBER = '+447400123456';
const withPhone: Account = { ...maria, phone: NUMBER };

let recovery: Recovery;
let nonces = 0;

beforeEach(() => {
  recovery = createRecovery([withPhone]);
});

/** Asks for a code as a visitor does. */
async function ask(text = '07400 123456', nonce?: string) {
  nonces += 1;
  const outcome = await requestReset(recovery.deps, {
    identifier: text,
    country: 'GB',
    nonce: nonce ?? `nonce-${nonces}`,
    address: null,
    locale: 'es',
    whereabouts: { country: 'ES' },
  });
  const job = recovery.jobs.at(-1);
  if (outcome.type !== 'accepted' || job?.type !== 'code') throw new TypeError(`${outcome.type}, ${job?.type}`);
  recovery.log.length = 0;
  return { job, pending: outcome.pending };
}

const send = (job: CodeJob, attempt = 1) => sendCode(recovery.deps, job, attempt);

const enter = (code: string, pending: string | undefined) =>
  enterCode(recovery.deps, { code, pending, country: 'GB', address: null, locale: 'es' });

function mailJob(): CodeMailJob | undefined {
  return recovery.jobs.find((job) => job.type === 'code-mail');
}

describe('a job', () => {
  test('becomes a text message with a code that works, in the language of the visitor', async () => {
    const { job, pending } = await ask();
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.texts).toMatchObject([{ to: NUMBER, isRepeat: false, validSeconds: 600, text: { locale: 'es' } }]);
    expect((await enter(codeIn(recovery.texts[0]), pending)).type).toBe('matched');
    expect(recovery.events).toContainEqual({ event: 'text.sent', attempt: 1, locale: 'es' });
  });

  test('asks cap, store and gate, and the gate once more for the code, before the message goes out', async () => {
    const { job } = await ask();
    await send(job);
    expect(recovery.log).toEqual(['gate.allowMail', 'tokens.put', 'gate.issue', 'gate.issueCode', 'queue.send']);
  });

  test('keeps the code out of every store and of the queue', async () => {
    const { job } = await ask();
    await send(job);
    const code = codeIn(recovery.texts[0]);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify([...recovery.kv.entries, recovery.jobs])).not.toContain(code);
    expect(JSON.parse([...recovery.kv.entries.values()][0] ?? '')).toMatchObject({ channel: 'sms' });
  });

  test('that is as old as a code may be is dropped', async () => {
    const { job } = await ask();
    recovery.clock.advance(10 * MINUTE);
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.texts).toEqual([]);
    expect(recovery.events.at(-1)).toEqual({ event: 'text.skipped', reason: 'outdated' });
  });

  test('voids the link that was mailed before, and the code before', async () => {
    const first = await ask();
    await send(first.job);
    recovery.clock.advance(MINUTE);
    const second = await ask();
    await send(second.job);
    expect(await enter(codeIn(recovery.texts[0]), first.pending)).toMatchObject({ problems: ['code-wrong'] });
    expect((await enter(codeIn(recovery.texts[1]), first.pending)).type).toBe('matched');
  });
});

describe('no text message, and one event', () => {
  const cases: readonly (readonly [string, string, Partial<Account>])[] = [
    ['A2 for a disabled account', 'account-disabled', { status: 'disabled' }],
    ['A2 for a federated account that no mail reaches', 'account-federated', { status: 'federated', email: undefined }],
    ['A1 for a number that nobody has', 'no-account', { phone: '+447400999999' }],
  ];

  test.each(cases)('%s', async (_, reason, facts) => {
    recovery = createRecovery([{ ...withPhone, ...facts }]);
    const { job } = await ask();
    expect(await send(job)).toEqual({ type: 'done' });
    expect([...recovery.texts, ...recovery.mails, ...recovery.log]).toEqual([]);
    expect(recovery.events.at(-1)).toEqual({ event: 'text.skipped', reason });
  });

  test('A2 for an account that signs in with its company: a mail says so', async () => {
    recovery = createRecovery([{ ...withPhone, status: 'federated' }]);
    const { job } = await ask();
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.texts).toEqual([]);
    expect(recovery.mails).toMatchObject([{ to: withPhone.email, mail: { subject: 'Federated' } }]);
  });

  test('D4 for a number that two accounts share', async () => {
    recovery = createRecovery([withPhone, { ...withPhone, ref: 'account-2', username: 'joan' }]);
    const { job } = await ask();
    await send(job);
    expect([...recovery.texts, ...recovery.mails]).toEqual([]);
    expect(recovery.events.at(-1)).toEqual({ event: 'text.skipped', reason: 'no-account' });
  });

  test('F5 beyond five messages in an hour to one account, mails and text messages together', async () => {
    recovery = createRecovery([withPhone]);
    for (let count = 0; count < 5; count += 1) {
      await send((await ask()).job);
      recovery.clock.advance(MINUTE);
    }
    expect(recovery.texts).toHaveLength(5);
    const sixth: CodeJob = { ...(recovery.jobs[0] as CodeJob), id: 'another', requestedAt: recovery.clock.now() };
    await send(sixth);
    expect(recovery.texts).toHaveLength(5);
    expect(recovery.events.at(-1)).toEqual({ event: 'text.skipped', reason: 'mail-cap' });
  });
});

describe('digits that are a username too', () => {
  const digits: Account = { ...maria, username: '07400123456' };

  test('are mailed the link when nobody has the number', async () => {
    recovery = createRecovery([digits]);
    const { job } = await ask('07400123456');
    await send(job);
    expect(recovery.texts).toEqual([]);
    expect(recovery.mails).toMatchObject([{ to: maria.email, idempotencyKey: job.id }]);
  });

  test('are the number when somebody has it', async () => {
    recovery = createRecovery([digits, { ...withPhone, ref: 'account-2', username: 'joan', email: undefined }]);
    await send((await ask('07400123456')).job);
    expect(recovery.texts).toHaveLength(1);
    expect(recovery.mails).toEqual([]);
  });
});

describe('a job that comes again', () => {
  test('G2 makes the same message, and says that it is a repeat', async () => {
    const { job } = await ask();
    await send(job);
    await send(job, 2);
    expect(recovery.texts[1]).toEqual({ ...recovery.texts[0], isRepeat: true });
  });

  test('G1 as the copy of a double click sends nothing', async () => {
    const first = await ask('07400 123456', 'same-nonce');
    const copy = await ask('07400 123456', 'same-nonce');
    expect(copy.job).toEqual(first.job);
    await send(first.job);
    expect(await send(copy.job)).toEqual({ type: 'done' });
    expect(recovery.texts).toHaveLength(1);
    expect(recovery.events.at(-1)).toEqual({ event: 'text.skipped', reason: 'repeated' });
  });

  test('asked for again within a minute is the same request; after it a new code', async () => {
    const first = await ask('07400 123456', 'same-nonce');
    recovery.clock.advance(MINUTE - 1);
    expect((await ask('07400 123456', 'same-nonce')).job.id).toBe(first.job.id);
    recovery.clock.advance(1);
    const second = await ask('07400 123456', 'same-nonce');
    expect(second.job.id).not.toBe(first.job.id);
    await send(second.job);
    expect((await enter(codeIn(recovery.texts[0]), second.pending)).type).toBe('matched');
  });
});

describe('when something fails, the job comes again', () => {
  const later = { type: 'retry', afterSeconds: 5 };

  test('A6 the account system', async () => {
    const { job } = await ask();
    recovery.accounts.fail('resolve');
    expect(await send(job)).toEqual(later);
    recovery.accounts.work();
    expect(await send(job, 2)).toEqual({ type: 'done' });
    expect(recovery.texts).toHaveLength(1);
  });

  test.each(['gate.allowMail', 'tokens.put', 'gate.issue', 'gate.issueCode'])(
    'F9 %s, before any message goes out',
    async (call) => {
      const { job, pending } = await ask();
      recovery.fail(call);
      expect(await send(job)).toEqual(later);
      expect(recovery.texts).toEqual([]);
      recovery.work(call);
      expect(await send(job, 2)).toEqual({ type: 'done' });
      expect((await enter(codeIn(recovery.texts[0]), pending)).type).toBe('matched');
    },
  );

  test('A5 the provider, as late as it says, until the code is too old', async () => {
    const { job } = await ask();
    recovery.answerTexts(
      { type: 'retry', reason: 'no-answer' },
      { type: 'retry', reason: 'too-fast', afterSeconds: 77 },
    );
    expect(await send(job, 1)).toEqual(later);
    expect(await send(job, 2)).toEqual({ type: 'retry', afterSeconds: 77 });
    expect(recovery.events.at(-1)).toEqual({ event: 'text.delayed', reason: 'too-fast', attempt: 2, afterSeconds: 77 });
    recovery.clock.advance(10 * MINUTE);
    expect(await send(job, 3)).toEqual({ type: 'done' });
    expect(recovery.texts).toEqual([]);
  });

  test('A5 but a number that the provider refuses is given up, with its reason', async () => {
    recovery.answerTexts({ type: 'rejected', code: 21614 });
    expect(await send((await ask()).job)).toEqual({ type: 'done' });
    expect(recovery.events.at(-1)).toEqual({ event: 'text.rejected', code: 21614 });
  });

  test('the queue: the text message goes out without its mail', async () => {
    const { job } = await ask();
    recovery.fail('queue.send');
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.texts).toHaveLength(1);
    expect(recovery.events).toContainEqual({ event: 'part.failed', part: 'queue', during: 'enqueue' });
  });
});

describe('the same code by mail', () => {
  async function asked(): Promise<CodeMailJob> {
    await send((await ask()).job);
    return mailJob() as CodeMailJob;
  }

  test('goes to the stored address, and works as well', async () => {
    const { job, pending } = await ask();
    await send(job);
    expect(await sendCodeMail(recovery.deps, mailJob() as CodeMailJob, 1)).toEqual({ type: 'done' });
    const [sent] = recovery.mails;
    expect(sent).toMatchObject({ to: maria.email, idempotencyKey: `code-${job.id}`, mail: { locale: 'es' } });
    const code = /code (\d{6})$/.exec(sent?.mail.text ?? '')?.[1] ?? '';
    expect(code).toBe(codeIn(recovery.texts[0]));
    expect((await enter(code, pending)).type).toBe('matched');
  });

  test('G2 is the same mail under the same key when its job comes again', async () => {
    const job = await asked();
    await sendCodeMail(recovery.deps, job, 1);
    await sendCodeMail(recovery.deps, job, 2);
    expect(recovery.mails[1]).toEqual(recovery.mails[0]);
  });

  test('is not asked for where there is no verified address', async () => {
    recovery = createRecovery([{ ...withPhone, email: undefined }]);
    await send((await ask()).job);
    expect(recovery.texts).toHaveLength(1);
    expect(mailJob()).toBeUndefined();
  });

  test.each([
    ['the code is too old', 'outdated', () => recovery.clock.advance(10 * MINUTE)],
    ['the account is gone', 'no-account', () => recovery.accounts.remove(maria.ref)],
    ['the account was disabled', 'account-disabled', () => recovery.accounts.change(maria.ref, { status: 'disabled' })],
    ['it signs in elsewhere', 'account-federated', () => recovery.accounts.change(maria.ref, { status: 'federated' })],
    ['the address is gone', 'no-verified-address', () => recovery.accounts.change(maria.ref, { email: undefined })],
  ] as const)('is not sent when %s', async (_, reason, happen) => {
    const job = await asked();
    happen();
    expect(await sendCodeMail(recovery.deps, job, 1)).toEqual({ type: 'done' });
    expect(recovery.mails).toEqual([]);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'code', reason });
  });

  test('A6 comes again when the account system fails', async () => {
    const job = await asked();
    recovery.accounts.fail('find');
    expect(await sendCodeMail(recovery.deps, job, 1)).toEqual({ type: 'retry', afterSeconds: 5 });
  });
});

test('E14 no event holds a code, a number, a name or an address', async () => {
  const { job, pending } = await ask();
  recovery.answerTexts({ type: 'retry', reason: 'no-answer' });
  await send(job);
  await send(job, 2);
  const code = codeIn(recovery.texts[0]);
  await enter('000000', pending);
  await enter(code, pending);
  expect(code).toMatch(/^\d{6}$/);
  expect(JSON.stringify(recovery.events)).not.toMatch(new RegExp(`${code}|7400|maria|example|account-1`, 'i'));
});

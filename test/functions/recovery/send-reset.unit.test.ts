import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/accounts/port';
import { HORIZON_SECONDS } from '../../../functions/delivery/retry-delay';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import type { ResetJob } from '../../../functions/recovery/jobs';
import { redeem } from '../../../functions/recovery/redeem';
import { sendReset } from '../../../functions/recovery/send-reset';
import { createRecovery, goodPassword, maria, type Recovery, tokenIn } from '../../fakes/recovery';

const HOUR = 3_600_000;

let recovery: Recovery;
let jobs = 0;

beforeEach(() => {
  recovery = createRecovery();
});

const resetJob = (facts: Partial<ResetJob> = {}): ResetJob => {
  jobs += 1;
  return {
    type: 'reset',
    id: `job-${jobs}`,
    identifier: { kind: 'username', value: 'maria' },
    locale: 'es',
    requestedAt: recovery.clock.now(),
    ...facts,
  };
};

const send = (job: ResetJob = resetJob(), attempt = 1) => sendReset(recovery.deps, job, attempt);
const linkState = (mail = recovery.mails.at(-1)) => inspectLink(recovery.deps, tokenIn(mail));

describe('a job', () => {
  test('becomes a mail with a link that works, in the language of the visitor', async () => {
    expect(await send(resetJob({ id: 'job-id' }))).toEqual({ type: 'done' });
    expect(recovery.mails).toHaveLength(1);
    expect(recovery.mails[0]).toMatchObject({ idempotencyKey: 'job-id', mail: { locale: 'es' } });
    expect(await linkState()).toEqual({ type: 'open', flow: expect.stringMatching(/^[\w-]{43}$/) });
  });

  test('C1 is mailed to the address that is stored, not to the one that was typed', async () => {
    await send(resetJob({ identifier: { kind: 'email', value: 'maria@example.org' } }));
    expect(recovery.mails[0]?.to).toBe('Maria@Example.org');
  });

  test('keeps its token out of the store, and the link’s end in it', async () => {
    await send();
    const token = tokenIn(recovery.mails[0]);
    const [[name, value] = []] = [...recovery.kv.entries];
    expect(name).toMatch(/^t:[\w-]{43}$/);
    expect(`${name}${value}`).not.toContain(token);
    expect(JSON.parse(value ?? '')).toMatchObject({
      account: 'account-1',
      channel: 'email',
      locale: 'es',
      expires: recovery.clock.now() + HOUR,
    });
    expect(recovery.kv.lifetimes.get(name ?? '')).toBeGreaterThan(3600);
  });

  test('asks cap, store and gate before the mail goes out', async () => {
    await send();
    expect(recovery.log).toEqual(['gate.allowMail', 'tokens.put', 'gate.issue']);
  });

  test('that waited through an outage brings a link that works for its whole time', async () => {
    const job = resetJob();
    recovery.clock.advance(HORIZON_SECONDS * 1000 - 1);
    expect(await send(job)).toEqual({ type: 'done' });
    recovery.clock.advance(HOUR - 1);
    expect((await linkState()).type).toBe('open');
    recovery.clock.advance(1);
    expect(await linkState()).toEqual({ type: 'closed', problem: 'link-expired' });
  });

  test('G5 that found the quota used up for most of a day is mailed once there is one again', async () => {
    const job = resetJob();
    recovery.answerMails(...Array(40).fill({ type: 'retry', reason: 'quota' }));
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      expect(await send(job, attempt)).toEqual({ type: 'retry', afterSeconds: 1500 });
      recovery.clock.advance(1_875_000);
    }
    await send(job, 41);
    expect(recovery.mails).toHaveLength(1);
    expect((await linkState()).type).toBe('open');
  });

  test('that is older than anything the gate remembers is dropped, with an event', async () => {
    const job = resetJob();
    recovery.clock.advance(HORIZON_SECONDS * 1000);
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.mails).toHaveLength(0);
    expect(recovery.events).toEqual([{ event: 'mail.skipped', mail: 'reset', reason: 'outdated' }]);
  });
});

describe('no mail, and one event', () => {
  const cases: readonly (readonly [string, string, Partial<Account>])[] = [
    ['A2 for a disabled account', 'account-disabled', { status: 'disabled' }],
    [
      'A3 for an account that signs in with its company and has no verified address',
      'account-federated',
      { status: 'federated', email: undefined },
    ],
    ['A3 for an account without a verified address', 'no-verified-address', { email: undefined }],
  ];

  test.each(cases)('%s', async (_, reason, facts) => {
    recovery = createRecovery([{ ...maria, ...facts }]);
    expect(await send()).toEqual({ type: 'done' });
    expect(recovery.mails).toEqual([]);
    expect(recovery.log).toEqual([]);
    expect(recovery.events).toEqual([{ event: 'mail.skipped', mail: 'reset', reason }]);
  });

  test('A1 for an identifier that nobody has', async () => {
    expect(await send(resetJob({ identifier: { kind: 'username', value: 'nobody' } }))).toEqual({ type: 'done' });
    expect(recovery.events).toEqual([{ event: 'mail.skipped', mail: 'reset', reason: 'no-account' }]);
  });

  test('D4 for a number that two accounts share', async () => {
    recovery = createRecovery([
      { ...maria, phone: '+447400999999' },
      { ...maria, ref: 'account-2', username: 'joan', phone: '+447400999999' },
    ]);
    await send(resetJob({ identifier: { kind: 'phone', value: '+447400999999' } }));
    expect(recovery.events).toEqual([{ event: 'mail.skipped', mail: 'reset', reason: 'no-account' }]);
  });

  test('F5 beyond five in an hour to one account, whatever was typed', async () => {
    recovery = createRecovery([{ ...maria, phone: '+447400123456' }]);
    const identifiers = [
      { kind: 'username', value: 'maria' },
      { kind: 'email', value: 'maria@example.org' },
      { kind: 'phone', value: '+447400123456' },
    ] as const;
    for (let round = 0; round < 2; round += 1) {
      for (const identifier of identifiers) expect(await send(resetJob({ identifier }))).toEqual({ type: 'done' });
    }
    expect(recovery.mails).toHaveLength(5);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'reset', reason: 'mail-cap' });
  });

  test('F5 and the last link that was mailed still works', async () => {
    for (let mails = 0; mails < 6; mails += 1) await send();
    expect((await linkState()).type).toBe('open');
  });
});

describe('a job that is delivered again', () => {
  test('G2 makes the same mail under the same key, and its link works from then on', async () => {
    const job = resetJob();
    await send(job);
    recovery.clock.advance(20 * HOUR);
    await send(job, 2);
    expect(recovery.mails[1]).toEqual(recovery.mails[0]);
    recovery.clock.advance(HOUR - 1);
    expect((await linkState()).type).toBe('open');
  });

  test('E1 after its link was used is not mailed again', async () => {
    const job = resetJob();
    await send(job);
    const state = await linkState();
    const flow = state.type === 'open' ? state.flow : '';
    await redeem(recovery.deps, { token: tokenIn(recovery.mails[0]), flow, password: goodPassword, locale: 'en' });
    for (const wait of [0, 2 * HOUR]) {
      recovery.clock.advance(wait);
      await send(job, 2);
      expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'reset', reason: 'superseded' });
    }
    expect(recovery.mails).toHaveLength(1);
  });

  test('G2 counts once against the cap', async () => {
    const job = resetJob();
    for (let attempt = 1; attempt <= 9; attempt += 1) await send(job, attempt);
    for (let mails = 0; mails < 4; mails += 1) await send();
    expect(recovery.eventNames()).not.toContain('mail.skipped');
  });

  test('E5 although a reset that was asked for later could not be mailed yet leaves that one its turn', async () => {
    const older = resetJob();
    recovery.clock.advance(1000);
    const newer = resetJob();
    recovery.fail('gate.issue');
    await send(newer);
    recovery.work('gate.issue');
    await send(older);
    await send(newer, 2);
    expect(recovery.mails.map(({ idempotencyKey }) => idempotencyKey)).toEqual([older.id, newer.id]);
    expect(await linkState(recovery.mails[0])).toEqual({ type: 'closed', problem: 'link-superseded' });
    expect((await linkState(recovery.mails[1])).type).toBe('open');
  });

  test('E5 that comes for the first time after a newer one was mailed is not mailed at all', async () => {
    const older = resetJob();
    recovery.clock.advance(5 * HOUR);
    await send();
    recovery.clock.advance(5 * HOUR);
    await send(older, 20);
    expect(recovery.mails).toHaveLength(1);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'reset', reason: 'superseded' });
  });

  test('E5 after a newer one was mailed is not mailed again', async () => {
    const older = resetJob();
    await send(older);
    await send();
    await send(older, 2);
    expect(recovery.mails).toHaveLength(2);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'reset', reason: 'superseded' });
    expect(await linkState(recovery.mails[0])).toEqual({ type: 'closed', problem: 'link-superseded' });
    expect((await linkState(recovery.mails[1])).type).toBe('open');
  });
});

describe('when a part fails, the job comes again', () => {
  const later = { type: 'retry', afterSeconds: 5 };

  test('A6 the account system', async () => {
    recovery.accounts.fail('resolve');
    expect(await send()).toEqual(later);
    recovery.accounts.work();
    expect(await send()).toEqual({ type: 'done' });
    expect(recovery.mails).toHaveLength(1);
  });

  test.each(['gate.allowMail', 'tokens.put', 'gate.issue'])('F9 %s, before any mail goes out', async (call) => {
    const job = resetJob();
    recovery.fail(call);
    expect(await send(job)).toEqual(later);
    expect(recovery.mails).toEqual([]);
    recovery.work(call);
    expect(await send(job, 2)).toEqual({ type: 'done' });
    expect((await linkState()).type).toBe('open');
  });

  test('A5 the mail provider, under the same key, as late as it says', async () => {
    const job = resetJob();
    recovery.answerMails(
      { type: 'retry', reason: 'no-answer' },
      { type: 'retry', reason: 'too-fast', afterSeconds: 77 },
      { type: 'sent', id: 'mail-1' },
    );
    expect(await send(job, 1)).toEqual(later);
    expect(await send(job, 2)).toEqual({ type: 'retry', afterSeconds: 77 });
    expect(await send(job, 3)).toEqual({ type: 'done' });
    expect(recovery.mails).toHaveLength(1);
    expect(recovery.eventNames()).toEqual(
      ['delayed', 'delayed', 'sent'].flatMap((end) => ['link.issued', `mail.${end}`]),
    );
  });

  test('A5 but a mail that the provider refuses is given up, with an event', async () => {
    recovery.answerMails({ type: 'rejected', reason: 'refused' });
    expect(await send()).toEqual({ type: 'done' });
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.rejected', mail: 'reset', reason: 'refused' });
  });
});

test('E14 no event holds a token, a name or an address', async () => {
  const job = resetJob();
  recovery.answerMails({ type: 'retry', reason: 'quota' });
  await send(job);
  await send(job, 2);
  await linkState();
  const token = tokenIn(recovery.mails[0]);
  expect(token).toHaveLength(43);
  expect(JSON.stringify(recovery.events)).not.toMatch(new RegExp(`${token}|maria|example|account-1`, 'i'));
});

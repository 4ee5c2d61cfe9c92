import { beforeEach, describe, expect, test } from 'vitest';
import type { ResetJob } from '../../../functions/recovery/jobs';
import { sendReset } from '../../../functions/recovery/send-reset';
import { createRecovery, maria, type Recovery } from '../../fakes/recovery';

const HOUR = 3_600_000;

let recovery: Recovery;
let jobs = 0;

function resetJob(): ResetJob {
  jobs += 1;
  const identifier = { kind: 'username', value: 'maria' } as const;
  return { type: 'reset', id: `job-${jobs}`, identifier, locale: 'es', requestedAt: recovery.clock.now() };
}

const send = (job: ResetJob = resetJob(), attempt = 1) => sendReset(recovery.deps, job, attempt);

describe('an account that signs in with its company', () => {
  beforeEach(() => {
    recovery = createRecovery([{ ...maria, status: 'federated' }]);
  });

  test('is told so, by a mail without a link', async () => {
    const job = resetJob();
    expect(await send(job)).toEqual({ type: 'done' });
    expect(recovery.mails).toMatchObject([{ to: 'Maria@Example.org', idempotencyKey: job.id, mail: { locale: 'es' } }]);
    expect(recovery.mails[0]?.mail.subject).toBe('Federated');
    expect(recovery.kv.entries.size).toBe(0);
    expect(recovery.events).toEqual([{ event: 'mail.sent', mail: 'federated', attempt: 1, locale: 'es' }]);
  });

  test('G2 gets the same mail under the same key when the job is delivered again', async () => {
    const job = resetJob();
    await send(job);
    recovery.clock.advance(HOUR);
    await send(job, 2);
    expect(recovery.mails[1]).toEqual(recovery.mails[0]);
  });

  test('F5 gets five such mails in an hour, silently', async () => {
    for (let mails = 0; mails < 7; mails += 1) expect(await send()).toEqual({ type: 'done' });
    expect(recovery.mails).toHaveLength(5);
    expect(recovery.events.at(-1)).toEqual({ event: 'mail.skipped', mail: 'federated', reason: 'mail-cap' });
  });

  test('F9 waits for its mail when the gate does not answer', async () => {
    recovery.fail('gate.allowMail');
    expect(await send()).toEqual({ type: 'retry', afterSeconds: 5 });
    expect(recovery.mails).toEqual([]);
  });
});

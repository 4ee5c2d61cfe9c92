import { describe, expect, test } from 'vitest';
import { AccountsError } from '../../../functions/accounts/port';
import type { Delivery } from '../../../functions/delivery/delivery';
import type { Job } from '../../../functions/delivery/jobs';
import type { OperatorEvent } from '../../../functions/events';
import { consumeMail, type JobHandlers, type QueueMessage } from '../../../functions/mail/outbox';

const reset = {
  type: 'reset',
  id: 'flow-1',
  identifier: { kind: 'username', value: 'ana' },
  locale: 'es',
  requestedAt: 1_795_000_000_000,
};
const code = {
  ...reset,
  type: 'code',
  id: 'flow-2',
  identifier: { kind: 'phone', value: '+34612345678' },
  request: 'nonce',
};
const codeMail = { type: 'code-mail', id: 'flow-2', accountRef: 'ref-1', locale: 'es', requestedAt: 1_795_000_000_000 };
const secure = { ...codeMail, type: 'secure', id: 'secure-1' };
const sessions = { type: 'sessions', id: 'sessions-1', accountRef: 'ref-1' };
const notice = { type: 'notice', id: 'notice-1', accountRef: 'ref-1', locale: 'en', changedAt: 1_795_000_000_000 };

interface Run {
  readonly done: readonly string[];
  readonly events: readonly OperatorEvent[];
  readonly calls: readonly [string, number][];
}

/** Consumes one batch and tells what became of each message. */
async function run(
  bodies: readonly unknown[],
  deliver: () => Promise<Delivery>,
  attempts = 1,
  random = 0,
): Promise<Run> {
  const done: string[] = [];
  const events: OperatorEvent[] = [];
  const calls: [string, number][] = [];
  const handle = ({ id, type }: Job, as: Job['type'], attempt: number) => {
    expect(as).toBe(type);
    calls.push([id, attempt]);
    return deliver();
  };
  const handlers: JobHandlers = {
    reset: (job, attempt) => handle(job, 'reset', attempt),
    code: (job, attempt) => handle(job, 'code', attempt),
    'code-mail': (job, attempt) => handle(job, 'code-mail', attempt),
    dispatch: (job, attempt) => handle(job, 'dispatch', attempt),
    notice: (job, attempt) => handle(job, 'notice', attempt),
    secure: (job, attempt) => handle(job, 'secure', attempt),
    sessions: (job, attempt) => handle(job, 'sessions', attempt),
  };
  const messages = bodies.map(
    (body): QueueMessage => ({
      body,
      attempts,
      ack: () => done.push('ack'),
      retry: ({ delaySeconds }) => done.push(`retry ${delaySeconds}`),
    }),
  );
  await consumeMail({ handlers, report: (event) => events.push(event), random: () => random }, messages);
  return { done, events, calls };
}

const succeed = async (): Promise<Delivery> => ({ type: 'done' });

test('a ticket waits for the resets of its batch: a desk that hangs keeps nobody from an account', async () => {
  const dispatch = { type: 'dispatch', id: 'ticket-1-desk' };
  const { calls } = await run([dispatch, reset, notice], async () => ({ type: 'done' }));
  expect(calls.map(([id]) => id)).toEqual(['flow-1', 'notice-1', 'ticket-1-desk']);
});

describe('a batch', () => {
  test('each job goes to its use-case with its attempt, and is acknowledged', async () => {
    const { done, calls } = await run([reset, code, codeMail, notice, secure, sessions], succeed, 3);
    expect(done).toEqual(Array(6).fill('ack'));
    expect(calls).toEqual([
      ['flow-1', 3],
      ['flow-2', 3],
      ['flow-2', 3],
      ['notice-1', 3],
      ['secure-1', 3],
      ['sessions-1', 3],
    ]);
  });

  test('a job that has to wait does not hold up the next one', async () => {
    let count = 0;
    const { done } = await run([reset, notice], async () =>
      count++ === 0 ? { type: 'retry', afterSeconds: 20 } : { type: 'done' },
    );
    expect(done).toEqual(['retry 20', 'ack']);
  });

  test('what failed together is scattered by up to a quarter', async () => {
    const waits = [];
    for (const random of [0, 0.5, 1]) {
      waits.push(...(await run([reset], async () => ({ type: 'retry', afterSeconds: 100 }), 1, random)).done);
    }
    expect(waits).toEqual(['retry 100', 'retry 113', 'retry 125']);
  });
});

describe('a fault of ours', () => {
  test('is retried, later each time, and does not stop the others', async () => {
    const fail = () => Promise.reject(new AccountsError('unavailable'));
    expect((await run([reset, notice], fail, 1)).done).toEqual(['retry 5', 'retry 5']);
    expect((await run([reset], fail, 4)).done).toEqual(['retry 40']);
  });

  test('is told by its kind alone, for its message may hold what a visitor typed', async () => {
    const { events } = await run([reset], () => Promise.reject(new RangeError('bad name: ana@example.org')), 2);
    expect(events).toEqual([{ event: 'job.failed', job: 'reset', attempt: 2, error: 'RangeError' }]);
  });

  test('has a kind even when it is no error, or one that is not known', async () => {
    class Odd extends Error {
      override name = 'ana@example.org';
    }
    for (const thrown of ['ana@example.org', new Odd()]) {
      const { events } = await run([reset], () => Promise.reject(thrown));
      expect(events).toEqual([{ event: 'job.failed', job: 'reset', attempt: 1, error: 'Error' }]);
    }
  });
});

describe('a message that cannot be read', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'reset'],
    ['another kind of job', { ...reset, type: 'ticket' }],
    ['a job without an id', { ...reset, id: '' }],
    ['a job with an unknown field', { ...reset, to: 'eve@example.org' }],
    ['a language that the site does not have', { ...reset, locale: 'xx' }],
    ['a time that is no number', { ...reset, requestedAt: 'now' }],
    ['an identifier of no kind', { ...reset, identifier: { kind: 'ssn', value: '1' } }],
    ['a notice without an account', { ...notice, accountRef: undefined }],
  ])('%s is kept for a deploy that can read it, and reported', async (_, body) => {
    const { done, events, calls } = await run([body, reset], succeed, 2);
    expect(done).toEqual(['retry 120', 'ack']);
    expect(events).toEqual([{ event: 'job.unreadable', attempt: 2 }]);
    expect(calls).toHaveLength(1);
  });
});

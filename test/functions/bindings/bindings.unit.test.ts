import { expect, test } from 'vitest';
import { createBurstLimit } from '../../../functions/bindings/burst';
import { createKvLocks } from '../../../functions/bindings/kv-locks';
import { createKvTokens } from '../../../functions/bindings/kv-tokens';
import { createJobQueue } from '../../../functions/bindings/queue';
import type { NoticeJob } from '../../../functions/recovery/jobs';
import { createFrozenClock } from '../../fakes/clock';
import { createFakeKv } from '../../fakes/kv';

test('a lock that is nearly over is kept as long as KV needs, and still ends when it says', async () => {
  const clock = createFrozenClock();
  const { kv, lifetimes } = createFakeKv();
  const locks = createKvLocks(kv, clock);
  await locks.put('key', clock.now() + 1500);
  expect(lifetimes.get('l:key')).toBe(60);
  expect(await locks.find('key')).toBe(clock.now() + 1500);
});

test('a token is found by its key until it is removed', async () => {
  const clock = createFrozenClock();
  const tokens = createKvTokens(createFakeKv().kv, clock);
  const entry = {
    flow: 'flow',
    account: 'account',
    generation: 1,
    channel: 'email',
    locale: 'en',
    issued: clock.now(),
    expires: clock.now() + 1,
  } as const;
  await tokens.put('key', entry);
  expect(await tokens.find('key')).toEqual(entry);
  expect(await tokens.find('another')).toBeUndefined();
  await tokens.remove('key');
  expect(await tokens.find('key')).toBeUndefined();
});

test('a token that is stored late is still kept as long as KV needs', async () => {
  const clock = createFrozenClock();
  const { kv, lifetimes } = createFakeKv();
  const expires = clock.now();
  clock.advance(10_000_000);
  await createKvTokens(kv, clock).put('key', {
    flow: 'flow',
    account: 'account',
    generation: 1,
    channel: 'email',
    locale: 'en',
    issued: expires,
    expires,
  });
  expect(lifetimes.get('t:key')).toBeGreaterThanOrEqual(60);
});

test('the burst limit says what the platform says', async () => {
  const keys: string[] = [];
  const limit = createBurstLimit({
    async limit({ key }: { key: string }) {
      keys.push(key);
      return { success: keys.length < 2 };
    },
  } as RateLimit);
  expect([await limit.allows('a'), await limit.allows('a')]).toEqual([true, false]);
});

test('a job is queued as JSON', async () => {
  const sent: unknown[] = [];
  const queue = { send: async (...message: unknown[]) => void sent.push(message) } as unknown as Queue<NoticeJob>;
  const job: NoticeJob = { type: 'notice', id: 'n', accountRef: 'a', locale: 'en', changedAt: 1 };
  await createJobQueue(queue as never).send(job);
  expect(sent).toEqual([[job, { contentType: 'json' }]]);
});

import { expect, test } from 'vitest';
import { type DeliveredMessage, PlatformQueue } from '../../../scripts/bench/recovery/platform-queue';

/** A queue with so many jobs, which are their own numbers. */
function queueOf(jobs: number): PlatformQueue {
  const queue = new PlatformQueue();
  for (let job = 0; job < jobs; job += 1) queue.accept(job);
  return queue;
}

test('every job is delivered, ten at a time, and some of them twice', async () => {
  const queue = queueOf(60);
  const batches: (readonly DeliveredMessage[])[] = [];
  queue.release(async (messages) => {
    batches.push(messages);
    return {};
  });
  await queue.settle();
  expect(Math.max(...batches.map(({ length }) => length))).toBe(10);
  const delivered = batches.flat().map(({ body }) => body);
  expect(new Set(delivered).size).toBe(60);
  expect(delivered.length).toBe(60 + queue.counts.echoed);
  expect(queue.counts.echoed).toBeGreaterThan(0);
});

test('what the consumer wants again comes again, and counts its attempts', async () => {
  const queue = queueOf(1);
  const attempts: number[] = [];
  queue.release(async ([message]) => {
    attempts.push(message?.attempts ?? 0);
    return attempts.length < 3 ? { [message?.id ?? '']: 1 } : {};
  });
  await queue.settle();
  expect(attempts).toEqual([1, 2, 3]);
});

test('what a consumer had in hand when it died is delivered to the next one', async () => {
  const queue = queueOf(3);
  queue.release(() => new Promise(() => {}));
  queue.hold();
  queue.interrupt();
  const bodies: unknown[] = [];
  queue.release(async (messages) => {
    bodies.push(...messages.map(({ body }) => body));
    return {};
  });
  await queue.settle();
  expect(bodies.toSorted()).toEqual([0, 1, 2]);
});

test('a queue on hold keeps its jobs', () => {
  const queue = queueOf(2);
  expect(queue.counts).toMatchObject({ accepted: 2, acknowledged: 0 });
});

test('a job that never works is given up after 41 deliveries', async () => {
  const queue = queueOf(1);
  let deliveries = 0;
  queue.release(async () => {
    deliveries += 1;
    throw new Error('the consumer dies');
  });
  await queue.settle();
  expect(deliveries).toBe(41);
  expect(queue.counts.dead).toBe(1);
});

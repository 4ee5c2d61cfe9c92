import { expect, test } from 'vitest';
import { bringBack, isDeadLetterQueue } from '../../../functions/delivery/bring-back';
import type { OperatorEvent } from '../../../functions/events';

/** Moves messages with these bodies; the queue takes those that are not 'stuck'. */
async function move(...bodies: readonly unknown[]) {
  const log: unknown[] = [];
  const events: OperatorEvent[] = [];
  const messages = bodies.map((body) => ({
    body,
    attempts: 1,
    ack: () => void log.push(`ack ${body}`),
    retry: ({ delaySeconds }: { delaySeconds: number }) => void log.push(`retry ${body} after ${delaySeconds}`),
  }));
  const send = async (body: unknown) => {
    if (body === 'stuck') throw new Error('full');
    log.push(`send ${body}`);
  };
  await bringBack({ send, report: (event) => void events.push(event) }, messages);
  return { log, events };
}

test('a message is there before it is gone here', async () => {
  expect((await move('a')).log).toEqual(['send a', 'ack a']);
});

test('one that the queue does not take stays, and stops no other', async () => {
  const { log, events } = await move('stuck', 'b');
  expect(log).toEqual(['retry stuck after 600', 'send b', 'ack b']);
  expect(events).toEqual([{ event: 'part.failed', part: 'queue', during: 'enqueue' }, { event: 'job.replayed' }]);
});

test('only a queue of that name is one of dead letters', () => {
  expect(['resets-dead', 'resets', 'dead'].map(isDeadLetterQueue)).toEqual([true, false, false]);
});

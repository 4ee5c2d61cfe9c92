import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { OperatorEvent } from '../../../functions/events';
import { receiveDeliveryReport } from '../../../functions/mail/delivery-reports';

const secret = `whsec_${btoa('a secret of the tests, long enough')}`;

/** Receives one signed message; returns the answer and the events. */
async function receive(text: string, isFirst: () => Promise<boolean>) {
  const events: OperatorEvent[] = [];
  const now = new Date(Math.floor(Date.now() / 1000) * 1000);
  const message = {
    body: new TextEncoder().encode(text),
    id: 'msg_1',
    timestamp: String(now.getTime() / 1000),
    signature: new Webhook(secret).sign('msg_1', now, text),
  };
  const deps = { secrets: [secret], isFirst, report: (event: OperatorEvent) => void events.push(event) };
  return { result: await receiveDeliveryReport(deps, message), events };
}

test('F9 a message that the gate cannot count is not recorded, and its sender is asked to come again', async () => {
  const { result, events } = await receive('{"type":"email.bounced"}', () => Promise.reject(new Error('down')));
  expect(result).toEqual({ type: 'refused', problem: 'unavailable' });
  expect(events).toEqual([
    { event: 'part.failed', part: 'gate', during: 'receive' },
    { event: 'hook.refused', problem: 'unavailable' },
  ]);
});

test('a bounce of a shape that Resend has not told yet is a bounce all the same', async () => {
  for (const data of ['', ',"data":{}', ',"data":{"bounce":{}}', ',"data":{"bounce":"hard"}']) {
    const { events } = await receive(`{"type":"email.bounced"${data}}`, async () => true);
    expect(events).toEqual([{ event: 'mail.bounced', bounce: 'undetermined' }]);
  }
});

test('bytes that are no text are never taken for another text', async () => {
  const deps = { secrets: [secret], isFirst: async () => true, report: () => {} };
  const text = '{"type":"email.\uFFFD"}';
  const now = new Date(Math.floor(Date.now() / 1000) * 1000);
  const body = new TextEncoder().encode(text);
  const broken = new Uint8Array([...body.slice(0, 15), 0xff, ...body.slice(18)]);
  const signature = new Webhook(secret).sign('msg_1', now, text);
  const message = { body: broken, id: 'msg_1', timestamp: String(now.getTime() / 1000), signature };
  expect(await receiveDeliveryReport(deps, message)).toEqual({ type: 'refused', problem: 'unsigned' });
});

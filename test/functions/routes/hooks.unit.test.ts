import { expect, test, vi } from 'vitest';
import { type HookRouteDependencies, hookRoutes } from '../../../functions/routes/hooks';

function createHook(deps: Partial<HookRouteDependencies> = {}) {
  const receiveDeliveryReport = vi.fn(async () => ({ type: 'taken' }) as const);
  const refuseDeliveryReport: HookRouteDependencies['refuseDeliveryReport'] = (problem) => ({
    type: 'refused',
    problem,
  });
  const routes = hookRoutes({ receiveDeliveryReport, refuseDeliveryReport, ...deps });
  const send = (body: BodyInit, headers: Record<string, string> = {}) =>
    routes.request('/resend/', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
  return { send, receiveDeliveryReport };
}

test('without a secret nothing stands here', async () => {
  const { send } = createHook({ receiveDeliveryReport: undefined });
  expect((await send('{}')).status).toBe(404);
});

test('B7 a body that declares to be huge is refused unread', async () => {
  const { send, receiveDeliveryReport } = createHook();
  expect((await send('{}', { 'Content-Length': '10000000' })).status).toBe(413);
  expect(receiveDeliveryReport).not.toHaveBeenCalled();
});

test('B7 reading stops once a body without a declared length is far too large', async () => {
  const { send } = createHook();
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(10_000));
    },
  });
  expect((await send(endless)).status).toBe(413);
  expect(pulled).toBeLessThan(20);
});

test('bytes and headers are handed on as they came', async () => {
  const { send, receiveDeliveryReport } = createHook();
  const signed = { 'svix-id': 'msg_1', 'svix-timestamp': '1', 'svix-signature': 'v1,x' };
  expect((await send('\uFEFF{ }', signed)).status).toBe(204);
  const body = new TextEncoder().encode('\uFEFF{ }');
  expect(receiveDeliveryReport).toHaveBeenCalledWith({ body, id: 'msg_1', timestamp: '1', signature: 'v1,x' });
});

test('F9 without the gate the sender is asked to come again', async () => {
  const { send } = createHook({ receiveDeliveryReport: async () => ({ type: 'refused', problem: 'unavailable' }) });
  expect((await send('{}')).status).toBe(503);
});

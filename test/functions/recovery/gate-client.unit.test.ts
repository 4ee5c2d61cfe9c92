import { expect, test } from 'vitest';
import type { Gate } from '../../../functions/recovery/gate';
import { createGateClient, keyToShard } from '../../../functions/recovery/gate-client';
import { createRecoveryKeys } from '../../../functions/recovery/tokens';

/** A namespace whose objects tell their name and what they were asked. */
function createFakeNamespace() {
  const asked: string[] = [];
  const getByName = (name: string) =>
    new Proxy({}, { get: (_, step) => async () => void asked.push(`${name} ${String(step)}`) });
  return { asked, namespace: { getByName } as unknown as DurableObjectNamespace<Gate> };
}

test('the first six bits of a key name one of 64 shards', () => {
  const keys = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  expect(keys.map((key) => keyToShard(`${key}x`))).toEqual(keys.map((_, index) => `shard-${index}`));
});

test.each(['', '+x', '=', 'äx'])('%j is no key', (key) => {
  expect(() => keyToShard(key)).toThrow(TypeError);
});

test('what strangers type spreads over the shards', async () => {
  const keys = createRecoveryKeys('a secret of the tests, long enough');
  const shards = new Set<string>();
  for (let stranger = 0; stranger < 1000; stranger += 1) {
    shards.add(keyToShard(await keys.identifierKey({ kind: 'username', value: `stranger-${stranger}` })));
  }
  expect(shards.size).toBe(64);
});

test('every step about one identifier goes to its shard, and every step about one account to its own', async () => {
  const { asked, namespace } = createFakeNamespace();
  const gate = createGateClient(namespace);
  const request = { identifier: 'Bx', request: 'n', admittedAt: 1 };
  const flow = { account: 'Cx', flow: 'f' };
  await gate.admit(request);
  await gate.issueCode(request, 'hash');
  await gate.tryCode(request, 'hash');
  await gate.allowMail(flow, 1);
  await gate.issue(flow, 1);
  await gate.peek(flow);
  await gate.reserve(flow, 60);
  await gate.commit(flow, 'lease');
  await gate.release(flow, 'lease');
  await gate.replaceAll(flow);
  await gate.receive('Dx');
  const steps = ['allowMail', 'issue', 'peek', 'reserve', 'commit', 'release', 'replaceAll'];
  expect(asked).toEqual([
    ...['admit', 'issueCode', 'tryCode'].map((step) => `shard-1 ${step}`),
    ...steps.map((step) => `shard-2 ${step}`),
    'shard-3 receive',
  ]);
});

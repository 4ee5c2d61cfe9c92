import { expect, test } from 'vitest';
import { createKvAppliedKeys } from '../../../functions/bindings/kv-applied-keys';
import { createFakeKv } from '../../fakes/kv';

test('a change that was applied is remembered for a day, and no other one is', async () => {
  const { kv, entries, lifetimes } = createFakeKv();
  const keys = createKvAppliedKeys(kv);
  expect(await keys.has('key-1')).toBe(false);
  await keys.add('key-1');
  expect(await keys.has('key-1')).toBe(true);
  expect(await keys.has('key-2')).toBe(false);
  expect([...entries.keys()].map((key) => lifetimes.get(key))).toEqual([86_400]);
});

/** Keys of applied changes in Workers KV. */
import type { AppliedKeys } from '../accounts/port';

const LIFETIME_SECONDS = 86_400;

/** KV shows an entry at once where it was written, and elsewhere within a minute. */
export function createKvAppliedKeys(kv: KVNamespace): AppliedKeys {
  return {
    has: async (idempotencyKey) => (await kv.get(toKey(idempotencyKey))) !== null,
    add: (idempotencyKey) => kv.put(toKey(idempotencyKey), '1', { expirationTtl: LIFETIME_SECONDS }),
  };
}

function toKey(idempotencyKey: string): string {
  return `a:${idempotencyKey}`;
}

/** Workers KV in memory: the part of it that recovery uses. Entries stay after their lifetime, as KV's own may for a while. */

export interface FakeKv {
  readonly kv: KVNamespace;
  readonly entries: Map<string, string>;
  /** Seconds that each key was last given. */
  readonly lifetimes: Map<string, number>;
  /** Every further call throws. */
  fail(): void;
}

export function createFakeKv(): FakeKv {
  const entries = new Map<string, string>();
  const lifetimes = new Map<string, number>();
  let isFailing = false;
  const begin = () => {
    if (isFailing) throw new Error('KV does not answer');
  };
  const kv = {
    async get(key: string) {
      begin();
      return entries.get(key) ?? null;
    },
    async put(key: string, value: string, { expirationTtl }: { expirationTtl: number }) {
      begin();
      if (expirationTtl < 60) throw new Error('KV keeps keys for 60 seconds at least');
      entries.set(key, value);
      lifetimes.set(key, expirationTtl);
    },
    async delete(key: string) {
      begin();
      entries.delete(key);
    },
  };
  return {
    kv: kv as unknown as KVNamespace,
    entries,
    lifetimes,
    fail: () => {
      isFailing = true;
    },
  };
}

/** Locks in Workers KV. */
import { z } from 'zod';
import type { Clock, LockStore } from '../recovery/ports';

/** KV's shortest lifetime of a key, in seconds. */
const SHORTEST_TTL = 60;

const lockEntry = z.object({ until: z.int().positive() });

/** An entry is `{ until }` in milliseconds; KV removes it after its end, the reader judges the end. A damaged entry is none. */
export function createKvLocks(kv: KVNamespace, clock: Clock): LockStore {
  return {
    async find(identifierKey) {
      const text = await kv.get(toKey(identifierKey));
      return text === null ? undefined : parseUntil(text);
    },
    async put(identifierKey, until) {
      const secondsLeft = Math.ceil((until - clock.now()) / 1000);
      await kv.put(toKey(identifierKey), JSON.stringify({ until }), {
        expirationTtl: Math.max(secondsLeft, SHORTEST_TTL),
      });
    },
  };
}

function toKey(identifierKey: string): string {
  return `l:${identifierKey}`;
}

function parseUntil(text: string): number | undefined {
  try {
    return lockEntry.safeParse(JSON.parse(text)).data?.until;
  } catch {
    return undefined;
  }
}

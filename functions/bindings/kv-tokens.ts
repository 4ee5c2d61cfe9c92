/** Reset links in Workers KV. */
import type { Clock, TokenStore } from '../recovery/ports';
import { parseStoredToken } from '../recovery/stored-token';

/** Entries outlive their links by a day, so that a late visitor reads "expired" and not "unknown". */
const AFTERLIFE_SECONDS = 86_400;

export function createKvTokens(kv: KVNamespace, clock: Clock): TokenStore {
  return {
    find: async (tokenKey) => parseStoredToken(await kv.get(toKey(tokenKey))),
    async put(tokenKey, entry) {
      const secondsLeft = Math.max(0, Math.ceil((entry.expires - clock.now()) / 1000));
      await kv.put(toKey(tokenKey), JSON.stringify(entry), { expirationTtl: secondsLeft + AFTERLIFE_SECONDS });
    },
    remove: (tokenKey) => kv.delete(toKey(tokenKey)),
  };
}

function toKey(tokenKey: string): string {
  return `t:${tokenKey}`;
}

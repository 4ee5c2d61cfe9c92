/** What mailed secrets stand for, in Workers KV. */
import type { Clock, NoticeStore, TokenStore } from '../recovery/ports';
import { parseStoredNotice } from '../recovery/stored-notice';
import { parseStoredToken } from '../recovery/stored-token';

/** Entries outlive their links by a day, so that a late visitor reads "expired" and not "unknown". */
const AFTERLIFE_SECONDS = 86_400;

export function createKvTokens(kv: KVNamespace, clock: Clock): TokenStore {
  return {
    ...createStore(kv, clock, 't', parseStoredToken),
    remove: (tokenKey) => kv.delete(`t:${tokenKey}`),
  };
}

export function createKvNotices(kv: KVNamespace, clock: Clock): NoticeStore {
  return createStore(kv, clock, 'n', parseStoredNotice);
}

function createStore<Entry extends { readonly expires: number }>(
  kv: KVNamespace,
  clock: Clock,
  prefix: string,
  parse: (text: string | null) => Entry | undefined,
) {
  return {
    find: async (tokenKey: string) => parse(await kv.get(`${prefix}:${tokenKey}`)),
    async put(tokenKey: string, entry: Entry) {
      const secondsLeft = Math.max(0, Math.ceil((entry.expires - clock.now()) / 1000));
      const expirationTtl = secondsLeft + AFTERLIFE_SECONDS;
      await kv.put(`${prefix}:${tokenKey}`, JSON.stringify(entry), { expirationTtl });
    },
  };
}

/** Finds what a mailed secret stands for. */

import { parseToken, tokenToKey } from '../crypto/link-token';
import type { Clock } from './ports';

export type FoundEntry<Entry> = { readonly type: 'found'; readonly tokenKey: string; readonly entry: Entry };

/** `failed`: the store does not answer, so nothing is known. */
export type MissingEntry = { readonly type: 'unknown' } | { readonly type: 'expired' } | { readonly type: 'failed' };

/**
 * The entry of a token. Its own `expires` is the law, to the millisecond: from that moment on it is expired.
 *
 * @param text The token as it came in the link or the cookie, or as it was pasted.
 */
export async function findEntry<Entry extends { readonly expires: number }>(
  find: (tokenKey: string) => Promise<Entry | undefined>,
  clock: Clock,
  text: string,
): Promise<FoundEntry<Entry> | MissingEntry> {
  const token = parseToken(text);
  if (token === undefined) return { type: 'unknown' };
  const tokenKey = await tokenToKey(token);
  let entry: Entry | undefined;
  try {
    entry = await find(tokenKey);
  } catch {
    return { type: 'failed' };
  }
  if (entry === undefined) return { type: 'unknown' };
  return clock.now() >= entry.expires ? { type: 'expired' } : { type: 'found', tokenKey, entry };
}

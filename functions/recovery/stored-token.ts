/** What the token store keeps for one reset link, found by the token's hash. */
import { z } from 'zod';
import { isEnabledLocale, type Locale } from '../../src/shared/locales';

const schema = z.object({
  flow: z.string().min(1).max(64),
  account: z.string().min(1).max(1024),
  generation: z.int().positive(),
  channel: z.enum(['email', 'sms']),
  locale: z.custom<Locale>((value) => typeof value === 'string' && isEnabledLocale(value)),
  issued: z.int().positive(),
  expires: z.int().positive(),
});

/** `expires` is the law; the store's own expiry is only the broom. Times are milliseconds since the epoch; `account` is the account system's key. */
export type StoredToken = Readonly<z.infer<typeof schema>>;

/**
 * Reads an entry back; undefined for anything that this version did not write whole (CVE-2026-18363: no `expires` never means "for ever").
 *
 * @example parseStoredToken('{"flow":"f"}') // undefined
 */
export function parseStoredToken(text: string | null): StoredToken | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

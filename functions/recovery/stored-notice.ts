/** What the store keeps for the button "This was not me" of one notice, found by its token's hash. */
import { z } from 'zod';

const schema = z.object({
  /** The notice's job. */
  notice: z.string().min(1).max(128),
  account: z.string().min(1).max(1024),
  expires: z.int().positive(),
});

/** `expires` is the law; the store's own expiry is only the broom. Milliseconds since the epoch; `account` is the account system's key. */
export type StoredNotice = Readonly<z.infer<typeof schema>>;

/** Reads an entry back; undefined for anything that this version did not write whole. */
export function parseStoredNotice(text: string | null): StoredNotice | undefined {
  if (text === null) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Texts that a visitor's browser keeps for us, and can neither read nor make. */
import { z } from 'zod';
import { type CountryCode, isCountry } from '../../src/shared/countries';
import { base64urlToBytes, bytesToBase64url, encodeText } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';
import type { Typed } from './typed-identifier';

/** The request that a code was asked for with. */
export interface PendingRequest extends Pick<Typed, 'text' | 'country'> {
  /** The form's nonce. */
  readonly nonce: string;
  /** Milliseconds since the epoch. */
  readonly admittedAt: number;
}

export interface Seal {
  close(pending: PendingRequest): Promise<string>;
  /** Undefined for anything that was not sealed here. */
  open(sealed: string): Promise<PendingRequest | undefined>;
}

const schema = z.strictObject({
  text: z.string(),
  country: z.custom<CountryCode>((value) => typeof value === 'string' && isCountry(value)),
  nonce: z.string(),
  admittedAt: z.int(),
});

/** The length that AES-GCM takes best (NIST SP 800-38D §5.2.1.1). */
const IV_BYTES = 12;

/** The seal of one secret: AES-256-GCM, so that a cookie jar does not hold a telephone number that can be read. */
export function createSeal(secret: string): Seal {
  const hash = createKeyedHash(secret);
  let imported: Promise<CryptoKey> | undefined;
  const key = () => {
    imported ??= hash('seal').then((bytes) =>
      crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']),
    );
    return imported;
  };
  return {
    async close(pending) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = encodeText(JSON.stringify(pending));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), plain);
      return bytesToBase64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async open(sealed) {
      try {
        const bytes = base64urlToBytes(sealed);
        const iv = bytes.slice(0, IV_BYTES);
        const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await key(), bytes.slice(IV_BYTES));
        return schema.safeParse(JSON.parse(new TextDecoder().decode(plain))).data;
      } catch {
        return undefined;
      }
    },
  };
}

/** HMAC-SHA-256 with the one secret. Every use puts a label of its own before what it hashes. */
import { encodeText } from './base64url';

/** 32 bytes that nobody can make without the secret. */
export type KeyedHash = (text: string) => Promise<Uint8Array<ArrayBuffer>>;

/** @param secret Holds 32 random bytes or more in any notation. */
export function createKeyedHash(secret: string): KeyedHash {
  let key: Promise<CryptoKey> | undefined;
  return async (text) => {
    key ??= crypto.subtle.importKey('raw', encodeText(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await key, encodeText(text)));
  };
}

/** Tokens in mailed links. */
import { bytesToBase64url, encodeText, isBase64urlOf32Bytes } from './base64url';

/**
 * The token in a pasted text, undefined when there is none. Mail programs break links and people copy too much: white
 * space of every kind, `%20`, and a closing `.`, `>` or `)` are dropped; nothing else is forgiven.
 *
 * @example parseToken(' <43 characters>. ') // '<43 characters>'
 */
export function parseToken(text: string): string | undefined {
  if (text.length > 256) return undefined;
  const token = text.replace(/%20|%C2%A0|%0D|%0A|\s/giu, '').replace(/[.>)]+$/u, '');
  return isBase64urlOf32Bytes(token) ? token : undefined;
}

/** The token's name in a store: who reads the store cannot make a link of it. */
export function tokenToKey(token: string): Promise<string> {
  return sha256(token);
}

/** SHA-256 in base64url. */
export async function sha256(text: string): Promise<string> {
  return bytesToBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encodeText(text))));
}

/** Base64url without padding (RFC 4648 §5). */

/** Whether a text is the canonical form of 32 bytes: 43 characters, the last one without stray bits. */
export function isBase64urlOf32Bytes(text: string): boolean {
  return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(text);
}

/** @example bytesToBase64url(new Uint8Array([255])) // '_w' */
export function bytesToBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

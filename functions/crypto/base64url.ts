/** Bytes as text: base64url without padding (RFC 4648 §5), and UTF-8. */

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

/**
 * The bytes of a text in base64url.
 *
 * @throws DOMException for any other text.
 * @example base64urlToBytes('_w') // Uint8Array [255]
 */
export function base64urlToBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

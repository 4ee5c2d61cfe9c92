/** Tokens, and the keyed hashes under which recovery finds things. One secret; every use has its own label. */
import { bytesToBase64url, encodeText, isBase64urlOf32Bytes } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';
import type { Identifier } from './identifiers';

/** Everything is base64url of 32 bytes. Without the secret nobody can tell what was hashed, or make a token. */
export interface RecoveryKeys {
  /** Names an identifier at the gate and in the lock store. */
  identifierKey(identifier: Identifier): Promise<string>;
  /** Names an account at the gate. */
  accountKey(ref: string): Promise<string>;
  /** Names one admitted request; the same for a double click, whose job then is the same job. */
  jobId(identifierKey: string, requestKey: string, admittedAt: number): Promise<string>;
  /** The flow's public id: in the form, in the token's entry, at the gate. Tells nothing of the token. */
  flowId(jobId: string): Promise<string>;
  /** The secret of the link, the same whenever the job is delivered again. */
  token(jobId: string): Promise<string>;
  /** The secret of the button "This was not me", the same whenever the notice is delivered again. */
  noticeToken(jobId: string): Promise<string>;
}

/** The keys of one secret, which holds 32 random bytes or more in any notation. */
export function createRecoveryKeys(secret: string): RecoveryKeys {
  const hash = createKeyedHash(secret);
  const sign = async (text: string) => bytesToBase64url(await hash(text));
  return {
    identifierKey: ({ kind, value }) => sign(`identifier|${kind}|${value}`),
    accountKey: (ref) => sign(`account|${ref}`),
    jobId: (identifierKey, requestKey, admittedAt) => sign(`job|${identifierKey}|${requestKey}|${admittedAt}`),
    flowId: (jobId) => sign(`flow|${jobId}`),
    token: (jobId) => sign(`token|${jobId}`),
    noticeToken: (jobId) => sign(`notice-token|${jobId}`),
  };
}

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

/** The token's name in the token store: who reads the store cannot make a link of it. */
export async function tokenToKey(token: string): Promise<string> {
  return sha256(token);
}

/** The name of a form's nonce at the gate. */
export async function nonceToKey(nonce: string): Promise<string> {
  return sha256(nonce);
}

async function sha256(text: string): Promise<string> {
  return bytesToBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encodeText(text))));
}

/** Tokens, and the keyed hashes under which recovery finds things. One secret; every use has its own label. */
import { bytesToBase64url } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';
import { sha256 } from '../crypto/link-token';
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
  /** Names a message from outside at the gate. */
  receiptKey(messageId: string): Promise<string>;
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
    receiptKey: (messageId) => sign(`receipt|${messageId}`),
  };
}

/** The name of a form's nonce at the gate. */
export async function nonceToKey(nonce: string): Promise<string> {
  return sha256(nonce);
}

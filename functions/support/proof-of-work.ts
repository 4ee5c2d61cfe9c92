/** ALTCHA's proof of work (https://altcha.org, first version): a browser's effort, never a person's. */
import { createChallenge, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';
import { bytesToBase64url } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';

/** Half of so many hashes on average: about a second on an old phone, in the background. */
const MAX_NUMBER = 50_000;

export interface ProofOfWork {
  /** What the browser is given, as JSON. It belongs to one form, so that no proof raises two quotas. */
  challenge(request: string): Promise<string>;
  /** Whether this is the solution of the form's challenge. */
  isProven(proof: string | undefined, request: string): Promise<boolean>;
}

const payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.int().min(0).max(MAX_NUMBER),
  salt: z.string().max(300),
  signature: z.string(),
});

export function createProofOfWork(secret: string): ProofOfWork {
  const hash = createKeyedHash(secret);
  const hmacKey = async () => bytesToBase64url(await hash('altcha'));
  return {
    async challenge(request) {
      const params = { request };
      const made = await createChallenge({ hmacKey: await hmacKey(), maxNumber: MAX_NUMBER, params });
      return JSON.stringify(made);
    },
    async isProven(proof, request) {
      const parsed = payload.safeParse(readJson(proof ?? ''));
      if (!parsed.success || requestOf(parsed.data.salt) !== request) return false;
      return verifySolution(parsed.data, await hmacKey());
    },
  };
}

/** The salt is signed together with the number, so the form it names is the one it was made for. */
function requestOf(salt: string): string | null {
  return new URLSearchParams(salt.slice(salt.indexOf('?') + 1)).get('request');
}

function readJson(base64: string): unknown {
  try {
    return JSON.parse(atob(base64));
  } catch {
    return undefined;
  }
}

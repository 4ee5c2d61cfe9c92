/** Settings of the servers that the Worker talks to: addresses, and the secrets of signed requests. */
import { z } from 'zod';
import { isLoopbackOrigin } from '../src/shared/loopback-origin';
import { webhookSecrets } from './crypto/webhook-secrets';

/** The remedy of a variable that is no secret. */
export const IN_VARS = 'Set it in wrangler.toml under [vars].';

/** What visitors entrusted goes there: encrypted, or not beyond this machine. A query or a fragment would get lost. */
export function serverAddress(example: string) {
  return z
    .string({ error: `is missing. ${IN_VARS}` })
    .refine(isSafeAddress, { error: `must be an address such as ${example}, without a query. ${IN_VARS}` });
}

function isSafeAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || /[?#\s]/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackOrigin(url.origin));
}

/** Secrets that must be there: one, or two while one replaces the other. @param name Of the variable. */
export function signingSecrets(name: string) {
  const remedy = `Run: echo "whsec_$(openssl rand -base64 32)" | npx wrangler secret put ${name}`;
  return z.string({ error: `is missing. ${remedy}` }).pipe(webhookSecrets(remedy));
}

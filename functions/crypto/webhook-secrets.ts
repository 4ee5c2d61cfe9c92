/** Secrets of Standard Webhooks, as variables hold them. */
import { z } from 'zod';

/** One secret or several, with a space between: two while one replaces the other. @param remedy Where a good one comes from. */
export function webhookSecrets(remedy: string) {
  return z
    .string()
    .transform((text) => text.trim().split(/\s+/))
    .refine((list) => list.every(isSecret), { error: `must be whsec_ and 24 to 64 bytes in base64. ${remedy}` });
}

/** Standard Webhooks asks for 24 to 64 bytes. */
function isSecret(text: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/.exec(text) ?? [];
  const bytes = Math.floor((base64.replaceAll('=', '').length * 3) / 4);
  return base64.length % 4 === 0 && bytes >= 24 && bytes <= 64;
}

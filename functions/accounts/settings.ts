/** Which account system the Worker talks to: vars and secrets. docs/accounts-webhook.md and docs/accounts-scim.md explain them. */
import { z } from 'zod';
import { IN_VARS, serverAddress, signingSecrets } from '../server-settings';
import { parseAttributePath } from './scim-attributes';

const PUT_TOKEN = 'Run: npx wrangler secret put SCIM_TOKEN';

const abilities = ['phone', 'end-sessions'];

const capabilities = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .refine((words) => words.every((word) => abilities.includes(word)), {
    error: `may hold "phone" and "end-sessions", with a comma between. ${IN_VARS}`,
  })
  .transform((words) => ({ phone: words.includes('phone'), endSessions: words.includes('end-sessions') }));

const attribute = z
  .string()
  .optional()
  .transform((text, context) => {
    const path = text ? parseAttributePath(text) : undefined;
    if (text && path === undefined) context.addIssue(`must be a SCIM attribute such as emails.verified. ${IN_VARS}`);
    return path;
  });

const d1 = z.object({ ACCOUNT_SYSTEM: z.literal('d1') });

const webhook = z.object({
  ACCOUNT_SYSTEM: z.literal('webhook'),
  ACCOUNTS_URL: serverAddress('https://accounts.example.com/latchkey'),
  ACCOUNTS_SECRET: signingSecrets('ACCOUNTS_SECRET'),
  ACCOUNT_CAPABILITIES: capabilities,
});

const scim = z.object({
  ACCOUNT_SYSTEM: z.literal('scim'),
  SCIM_URL: serverAddress('https://id.example.com/scim/v2'),
  SCIM_TOKEN: z
    .string({ error: `is missing. ${PUT_TOKEN}` })
    .regex(/^[\w.~+/-]+=*$/, { error: `must be a bearer token (RFC 6750), without "Bearer". ${PUT_TOKEN}` }),
  ACCOUNT_CAPABILITIES: capabilities.refine(({ endSessions }) => !endSessions, {
    error: 'cannot hold "end-sessions": SCIM knows no sessions. Remove it from wrangler.toml under [vars].',
  }),
  SCIM_VERIFIED_EMAIL: attribute,
  SCIM_VERIFIED_PHONE: attribute,
  SCIM_FEDERATED: attribute,
});

export const accountSettings = z.discriminatedUnion('ACCOUNT_SYSTEM', [d1, webhook, scim], {
  error: `must be "d1", "webhook" or "scim". ${IN_VARS}`,
});

export type AccountSettings = Readonly<z.infer<typeof accountSettings>>;

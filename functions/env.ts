/** The Worker's environment: vars, secrets and bindings, checked once before the first request. */
import { z } from 'zod';
import { isLoopbackOrigin } from '../src/shared/loopback-origin';
import type { PasswordHasher } from './accounts/password-hasher';
import { accountSettings } from './accounts/settings';
import { ConfigurationError } from './configuration-error';
import { webhookSecrets } from './crypto/webhook-secrets';
import type { Job } from './delivery/jobs';
import { deskSettings } from './desk/settings';
import type { Gate } from './recovery/gate';
import { textSettings } from './sms/settings';

/** Bindings that wrangler.toml declares. */
export interface Bindings {
  readonly ASSETS: Fetcher;
  readonly RECOVERY: KVNamespace;
  readonly ACCOUNTS: D1Database;
  readonly RESETS: Queue<Job>;
  readonly GATE: DurableObjectNamespace<Gate>;
  readonly HASHER: DurableObjectNamespace<PasswordHasher>;
  readonly BURST: RateLimit;
  /** Where the operator has bound one. */
  readonly EVENTS?: AnalyticsEngineDataset;
}

function isOrigin(text: string): boolean {
  return URL.parse(text)?.origin === text;
}

const originSchema = z.string().refine(isOrigin, {
  abort: true,
  error:
    'must be an origin without a slash at the end, such as https://help.example.com. Set it in wrangler.toml under [vars].',
});

/** Cookies and links of a public site are for https alone. */
const siteOriginSchema = originSchema.refine((origin) => origin.startsWith('https:') || isLoopbackOrigin(origin), {
  error: 'must begin with https://, such as https://help.example.com. Set it in wrangler.toml under [vars].',
});

const ownSettings = z.object({
  SITE_ORIGIN: siteOriginSchema,
  MAIL_FROM: z.string().includes('@', {
    error: 'must be a sender such as "Acme Help <help@mail.example.com>". Set it in wrangler.toml under [vars].',
  }),
  RESEND_BASE_URL: originSchema,
  RESEND_API_KEY: z.string({ error: 'is missing. Run: npx wrangler secret put RESEND_API_KEY' }).min(1),
  PEPPER: z.string({ error: 'is missing. Run: openssl rand -base64 32 | npx wrangler secret put PEPPER' }).min(43, {
    error: 'is too short. Run: openssl rand -base64 32 | npx wrangler secret put PEPPER',
  }),
  /** Signs what Resend says of mails; without it nothing is listened to. */
  RESEND_WEBHOOK_SECRET: webhookSecrets(
    'Resend shows it beside the webhook. Run: npx wrangler secret put RESEND_WEBHOOK_SECRET',
  ).optional(),
  /** Where new passwords are looked up among stolen ones. */
  BREACH_LIST: z
    .string()
    .default('off')
    .refine((text) => text === 'off' || isOrigin(text), {
      error: 'must be "off" or "https://api.pwnedpasswords.com". Set it in wrangler.toml under [vars].',
    }),
  /** For tests: `createClock` says what it does, and refuses it on a public origin. */
  CLOCK_SHIFT_SECONDS: z.string().optional(),
});

const settingsSchema = ownSettings.and(accountSettings).and(textSettings).and(deskSettings);

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export type Env = Bindings & Readonly<z.input<typeof settingsSchema>>;

/**
 * Reads vars and secrets.
 *
 * @throws ConfigurationError naming each variable that is wrong, and the remedy.
 */
export function readSettings(env: unknown): Settings {
  const result = settingsSchema.safeParse(env);
  if (result.success) return result.data;
  throw new ConfigurationError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
}

/** The Worker's environment: vars, secrets and bindings, checked once before the first request. */
import { z } from 'zod';
import type { Gate } from './recovery/gate';
import type { PasswordHasher } from './accounts/password-hasher';
import type { RecoveryJob } from './recovery/jobs';

/** Bindings that wrangler.toml declares. */
export interface Bindings {
  readonly ASSETS: Fetcher;
  readonly RECOVERY: KVNamespace;
  readonly ACCOUNTS: D1Database;
  readonly RESETS: Queue<RecoveryJob>;
  readonly GATE: DurableObjectNamespace<Gate>;
  readonly HASHER: DurableObjectNamespace<PasswordHasher>;
  readonly BURST: RateLimit;
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const originSchema = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, {
  error: 'must be an origin without a slash at the end, such as https://help.example.com. Set it in wrangler.toml under [vars].',
});

const settingsSchema = z
  .object({
    SITE_ORIGIN: originSchema,
    MAIL_FROM: z.string().includes('@', {
      error: 'must be a sender such as "Acme Help <help@mail.example.com>". Set it in wrangler.toml under [vars].',
    }),
    RESEND_BASE_URL: originSchema,
    RESEND_API_KEY: z.string({ error: 'is missing. Run: npx wrangler secret put RESEND_API_KEY' }).min(1),
    PEPPER: z
      .string({ error: 'is missing. Run: openssl rand -base64 32 | npx wrangler secret put PEPPER' })
      .min(32, { error: 'is too short. Run: openssl rand -base64 32 | npx wrangler secret put PEPPER' }),
    /** Moves the Worker's clock, in seconds; only where the site runs on this machine. */
    CLOCK_SHIFT_SECONDS: z.coerce.number().default(0),
  })
  .refine((vars) => vars.CLOCK_SHIFT_SECONDS === 0 || LOOPBACK.test(vars.SITE_ORIGIN), {
    path: ['CLOCK_SHIFT_SECONDS'],
    error: 'works only where SITE_ORIGIN is a loopback address. Remove it from [vars].',
  });

export type Settings = z.infer<typeof settingsSchema>;
export type Env = Bindings & Readonly<Record<keyof Settings, string>>;

/**
 * Reads vars and secrets.
 *
 * @throws TypeError naming each variable that is wrong, and the remedy.
 */
export function readSettings(env: unknown): Settings {
  const result = settingsSchema.safeParse(env);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new TypeError(`The Worker is not configured:\n${lines.join('\n')}`);
}

/** Whether and through whom text messages are sent: vars and secrets. docs/operating.md explains them. */
import { z } from 'zod';

const IN_VARS = 'Set it in wrangler.toml under [vars].';

function secret(name: string, pattern: RegExp, rule: string) {
  const remedy = `Run: npx wrangler secret put ${name}`;
  return z.string({ error: `is missing. ${remedy}` }).regex(pattern, { error: `must be ${rule}. ${remedy}` });
}

/** A number in E.164, a short code, a messaging service, or a sender name with a letter in it. */
const SENDER = /^(?:\+[1-9]\d{6,14}|\d{3,8}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;

const off = z.object({ TEXT_MESSAGES: z.literal('off').default('off') });

const twilio = z.object({
  TEXT_MESSAGES: z.literal('twilio'),
  TWILIO_ACCOUNT_SID: secret('TWILIO_ACCOUNT_SID', /^AC[0-9a-f]{32}$/, '"AC" and 32 characters from 0 to 9 and a to f'),
  TWILIO_AUTH_TOKEN: secret('TWILIO_AUTH_TOKEN', /^[!-~]+$/, 'the token that Twilio shows beside the account SID'),
  TWILIO_FROM: z.string({ error: `is missing. ${IN_VARS}` }).regex(SENDER, {
    error: `must be a number such as "+15551234567", a messaging service such as "MG…", a short code, or a name of up to 11 letters and digits. ${IN_VARS}`,
  }),
  SMS_BASE_URL: z
    .string()
    .default('https://api.twilio.com')
    .refine((text) => URL.parse(text)?.origin === text, {
      error: `must be an origin without a slash at the end, such as https://api.twilio.com. ${IN_VARS}`,
    }),
});

export const textSettings = z.discriminatedUnion('TEXT_MESSAGES', [off, twilio], {
  error: `must be "off" or "twilio". ${IN_VARS}`,
});

export type TextSettings = Readonly<z.infer<typeof textSettings>>;

/** How tickets reach the desk: vars and secrets. docs/desk-webhook.md explains them. */
import { z } from 'zod';
import { IN_VARS, serverAddress, signingSecrets } from '../server-settings';

const mail = z.object({ SUPPORT_DESK: z.literal('mail').default('mail') });

const webhook = z.object({
  SUPPORT_DESK: z.literal('webhook'),
  DESK_URL: serverAddress('https://desk.example.com/latchkey'),
  DESK_SECRET: signingSecrets('DESK_SECRET'),
});

export const deskSettings = z.discriminatedUnion('SUPPORT_DESK', [mail, webhook], {
  error: `must be "mail" or "webhook". ${IN_VARS}`,
});

export type DeskSettings = Readonly<z.infer<typeof deskSettings>>;

/** Where a request came from, as roughly as an e-mail tells its reader. */
import { z } from 'zod';

export const browsers = ['chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'uc', 'yandex'] as const;
export const systems = ['android', 'chromeos', 'ipad', 'iphone', 'kaios', 'linux', 'mac', 'windows'] as const;

/** What is not known is left out. It travels in jobs and mails, and never in an event. */
export const whereaboutsSchema = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** As the network's provider writes it. */
  city: z.string().min(1).max(100).optional(),
  browser: z.enum(browsers).optional(),
  system: z.enum(systems).optional(),
});

export type Whereabouts = Readonly<z.infer<typeof whereaboutsSchema>>;
export type Browser = (typeof browsers)[number];
export type System = (typeof systems)[number];

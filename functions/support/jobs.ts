/** The message of the queue that tickets use. It names what must go out and holds none of it: that stays in one place. */
import { z } from 'zod';

/** A ticket, or what was added to one, is to be sent to its recipient. */
export const dispatchJob = z.strictObject({
  type: z.literal('dispatch'),
  /** Of the dispatch; its idempotency key too. */
  id: z.string().min(1),
});

export type DispatchJob = Readonly<z.infer<typeof dispatchJob>>;

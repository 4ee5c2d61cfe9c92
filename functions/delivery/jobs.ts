/** Everything that travels in the queue. */
import { z } from 'zod';
import { recoveryJob } from '../recovery/jobs';
import { dispatchJob } from '../support/jobs';

/** The body of a message, read by the consumer as anything from outside is. */
export const jobSchema = z.discriminatedUnion('type', [recoveryJob, dispatchJob]);

export type Job = Readonly<z.infer<typeof jobSchema>>;

/** Jobs on Cloudflare Queues. */
import type { Job } from '../delivery/jobs';

export function createJobQueue(queue: Queue<Job>): { send(job: Job): Promise<void> } {
  return {
    async send(job) {
      await queue.send(job, { contentType: 'json' });
    },
  };
}

/** Sends on what came from a queue, whatever it holds. */
export function createForwarder(queue: Queue): (body: unknown) => Promise<void> {
  return async (body) => {
    await queue.send(body, { contentType: 'json' });
  };
}

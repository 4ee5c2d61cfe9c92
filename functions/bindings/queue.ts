/** Jobs on Cloudflare Queues. */
import type { Job } from '../delivery/jobs';

export function createJobQueue(queue: Queue<Job>): { send(job: Job): Promise<void> } {
  return {
    async send(job) {
      await queue.send(job, { contentType: 'json' });
    },
  };
}

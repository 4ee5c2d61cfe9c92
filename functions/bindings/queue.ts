/** Jobs on Cloudflare Queues. */
import type { RecoveryJob } from '../recovery/jobs';
import type { JobQueue } from '../recovery/ports';

export function createJobQueue(queue: Queue<RecoveryJob>): JobQueue {
  return {
    async send(job) {
      await queue.send(job, { contentType: 'json' });
    },
  };
}

/** Copied beside the built Worker: the same Worker, with a door to its queue consumer for deliveries from outside workerd. */
import { WorkerEntrypoint } from 'cloudflare:workers';
import site from './entry.mjs';

export * from './entry.mjs';
export default site;

export class Consumer extends WorkerEntrypoint {
  /** @returns The messages that the consumer wants again, and after how many seconds. */
  async deliver(messages) {
    const again = {};
    const batch = messages.map(({ timestamp, ...message }) => ({
      ...message,
      timestamp: new Date(timestamp),
      ack() {},
      retry({ delaySeconds }) {
        again[message.id] = delaySeconds;
      },
    }));
    await site.queue({ queue: 'resets', messages: batch }, this.env, this.ctx);
    return again;
  }
}

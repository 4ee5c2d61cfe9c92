/** A Worker in the place of the site's queue binding: hands every job to the platform's queue outside workerd, and its deliveries back. */
import { WorkerEntrypoint } from 'cloudflare:workers';
import type { DeliveredMessage, Retries } from './platform-queue';

interface Environment {
  readonly QUEUE_URL: string;
  /** consumer-entry.mjs */
  readonly CONSUMER: { deliver(messages: readonly DeliveredMessage[]): Promise<Retries> };
}

export default class PlatformQueueWorker extends WorkerEntrypoint<Environment> {
  /** As `Queue.send`: once it has answered, the platform has the job. */
  send(body: unknown): Promise<void> {
    return this.#post(this.env.QUEUE_URL, body);
  }

  /** As much work as `send`, for nothing. */
  sendNowhere(body: unknown): Promise<void> {
    return this.#post(`${this.env.QUEUE_URL}/nowhere`, body);
  }

  /** A delivery comes as a POST of its messages; the answer is what the consumer wants again. */
  override async fetch(request: Request): Promise<Response> {
    return Response.json(await this.env.CONSUMER.deliver(await request.json()));
  }

  async #post(url: string, body: unknown): Promise<void> {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the queue answered ${response.status}`);
  }
}

/** What `npm run replay` asks of Cloudflare. */

/** The parts of wrangler.toml that it takes. */
interface Config {
  readonly name?: string;
  readonly queues?: { readonly consumers?: readonly { readonly dead_letter_queue?: string }[] };
}

/** A job that cannot be moved is tried again every ten minutes for the best part of a day. */
const RETRIES = '100';

/**
 * Arguments of wrangler: add the Worker as a reader of the dead-letter queue, or take it away.
 *
 * @throws TypeError where wrangler.toml names no Worker or no dead-letter queue.
 */
export function replayCommand({ name, queues }: Config, isStop: boolean): readonly string[] {
  const dead = queues?.consumers?.find(({ dead_letter_queue }) => dead_letter_queue)?.dead_letter_queue;
  if (!name || !dead) throw new TypeError('wrangler.toml names no Worker, or no dead-letter queue');
  const reader = ['queues', 'consumer', 'worker'];
  if (isStop) return [...reader, 'remove', dead, name];
  return [...reader, 'add', dead, name, '--message-retries', RETRIES, '--batch-size', '10', '--batch-timeout', '1'];
}

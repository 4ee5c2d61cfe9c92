/**
 * Cloudflare Queues as they are on the platform: outside the Worker, so that no crash of it takes a message along.
 * Wrangler's own queue keeps its messages in the memory of workerd, where a SIGKILL ends them.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message as the consumer sees it. */
export interface DeliveredMessage {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly body: unknown;
  readonly attempts: number;
}

/** Seconds until the next delivery, by the ids of the messages that the consumer wants again; the others are acknowledged. */
export type Retries = Readonly<Record<string, number>>;

/** Runs the consumer. Throws when it died. */
export type Deliver = (messages: readonly DeliveredMessage[]) => Promise<Retries>;

/** As in wrangler.toml. */
const BATCH_SIZE = 10;
const DELIVERIES_MAX = 41;
/** The platform runs up to 250. */
const CONSUMERS = 12;
/** Every so many acknowledged messages, one is delivered again. */
const ECHO_EVERY = 20;
/** So that hours of waiting pass in seconds. */
const WAITS_SHORTENED_BY = 100;

export class PlatformQueue {
  readonly counts = {
    accepted: 0,
    acknowledged: 0,
    /** Deliveries that the consumer wanted once more. */
    retried: 0,
    /** Deliveries that died with the consumer. */
    interrupted: 0,
    /** Acknowledged messages that came once more all the same: delivery is "at least once". */
    echoed: 0,
    /** Messages that used up their deliveries. */
    dead: 0,
  };
  readonly #ready: DeliveredMessage[] = [];
  #batches = 0;
  #open = 0;
  #deliver: Deliver | undefined;
  #death = Promise.withResolvers<never>();

  /** Once it has returned, the job is safe. */
  accept(body: unknown): void {
    this.counts.accepted += 1;
    this.#open += 1;
    this.#enqueue({ id: randomUUID(), timestamp: Date.now(), body, attempts: 1 });
  }

  /** Begins to deliver, or goes on. */
  release(deliver: Deliver): void {
    this.#deliver = deliver;
    this.#pump();
  }

  /** Accepts jobs, and delivers none. */
  hold(): void {
    this.#deliver = undefined;
  }

  /** The consumer died: what it had in hand will be delivered again. */
  interrupt(): void {
    this.#death.reject(new Error('the consumer died'));
    this.#death = Promise.withResolvers();
  }

  /** Waits until every accepted job was acknowledged, or has used up its deliveries. */
  async settle(): Promise<void> {
    while (this.#open > 0) await sleep(50);
  }

  #enqueue(message: DeliveredMessage): void {
    this.#ready.push(message);
    this.#pump();
  }

  #pump(): void {
    while (this.#deliver && this.#batches < CONSUMERS && this.#ready.length > 0) {
      void this.#hand(this.#deliver, this.#ready.splice(0, BATCH_SIZE));
    }
  }

  async #hand(deliver: Deliver, batch: readonly DeliveredMessage[]): Promise<void> {
    this.#batches += 1;
    const retries = await Promise.race([deliver(batch), this.#death.promise]).catch(() => undefined);
    this.#batches -= 1;
    for (const message of batch) {
      const afterSeconds = retries?.[message.id];
      if (retries === undefined) this.#again(message, 1, 'interrupted');
      else if (afterSeconds !== undefined) this.#again(message, afterSeconds, 'retried');
      else this.#acknowledge(message);
    }
    this.#pump();
  }

  #acknowledge(message: DeliveredMessage): void {
    this.counts.acknowledged += 1;
    if (this.counts.acknowledged % ECHO_EVERY === 0) this.#again(message, 1, 'echoed');
    else this.#open -= 1;
  }

  #again(message: DeliveredMessage, afterSeconds: number, why: 'retried' | 'interrupted' | 'echoed'): void {
    this.counts[why] += 1;
    const next = { ...message, attempts: message.attempts + 1 };
    if (next.attempts <= DELIVERIES_MAX) {
      setTimeout(() => this.#enqueue(next), (afterSeconds * 1000) / WAITS_SHORTENED_BY);
      return;
    }
    this.counts.dead += 1;
    this.#open -= 1;
  }
}

/** What the site is compared with: a Hono Worker that does the least for a form post, and only asks the platform for a `BARE_CALLS_PATH`. */
import { DurableObject } from 'cloudflare:workers';
import { Hono } from 'hono';
import { BARE_CALLS_PATH, BARE_PATH, type PlatformCalls } from './bare-paths';

interface Bindings {
  readonly STORE: KVNamespace;
  readonly DATABASE: D1Database;
  readonly COUNTER: DurableObjectNamespace<Counter>;
  readonly LIMIT: RateLimit;
  readonly QUEUE: { sendNowhere(body: unknown): Promise<void> };
}

/** Writes one row a call, as the gate does. */
export class Counter extends DurableObject {
  async count(): Promise<number> {
    const { storage } = this.ctx;
    await storage.getAlarm();
    storage.sql.exec('CREATE TABLE IF NOT EXISTS calls (at INTEGER)');
    storage.sql.exec('INSERT INTO calls (at) VALUES (?)', Date.now());
    return storage.sql.exec('SELECT at FROM calls LIMIT 5').toArray().length;
  }
}

const calls = {
  limit: ({ LIMIT }) => LIMIT.limit({ key: crypto.randomUUID() }),
  store: ({ STORE }) => STORE.get(crypto.randomUUID()),
  object: ({ COUNTER }) => COUNTER.getByName('counter').count(),
  queue: ({ QUEUE }) => QUEUE.sendNowhere({ at: Date.now() }),
  database: ({ DATABASE }) => DATABASE.prepare('SELECT 1').all(),
} satisfies Record<keyof PlatformCalls, (bindings: Bindings) => Promise<unknown>>;

const app = new Hono<{ Bindings: Bindings }>();
app.post(BARE_PATH, (c) => c.redirect('/en/account/reset/sent/', 303));
app.post(BARE_CALLS_PATH, async (c) => {
  for (const name of Object.keys(calls) as (keyof PlatformCalls)[]) {
    for (let left = Number(c.req.query(name) ?? 0); left > 0; left -= 1) await calls[name](c.env);
  }
  return c.redirect('/en/account/reset/sent/', 303);
});

export default app;

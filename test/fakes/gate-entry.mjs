/** Copied beside the built Worker: the same Worker, with a door to the storage of its gate. */
import site, * as built from './entry.mjs';

export * from './entry.mjs';

const SHARDS = Array.from({ length: 64 }, (_, index) => `shard-${index}`);
const TABLES = ['requests', 'locks', 'flows', 'accounts'];

export class Gate extends built.Gate {
  /** Rows by table, and the milliseconds until the alarm; null without one. */
  async look() {
    const { sql } = this.ctx.storage;
    const count = (table) => [table, sql.exec(`SELECT count(*) AS rows FROM ${table}`).one().rows];
    const at = await this.ctx.storage.getAlarm();
    return { ...Object.fromEntries(TABLES.map(count)), alarm: at === null ? null : at - Date.now() };
  }

  /** Brings an alarm that is set forward to now; the platform calls it. */
  async ring() {
    if ((await this.ctx.storage.getAlarm()) !== null) await this.ctx.storage.setAlarm(Date.now());
  }

  /** Fills the shard up to this many requests, as strangers would at this moment. */
  async fill({ rows }) {
    const { requests } = await this.look();
    const at = Date.now() + Number(this.env.CLOCK_SHIFT_SECONDS ?? 0) * 1000;
    this.ctx.storage.sql.exec(
      `WITH RECURSIVE strangers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM strangers WHERE number < ?)
       INSERT INTO requests (identifier, request, at) SELECT 'stranger-' || number, 'nonce', ? FROM strangers`,
      rows - requests,
      at,
    );
  }
}

export default {
  ...site,
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    const [, call] = /^\/gate-door\/(look|ring|fill)\/$/.exec(pathname) ?? [];
    if (call === undefined) return site.fetch(request, env, context);
    const input = await request.json();
    return Response.json(await Promise.all(SHARDS.map((name) => env.GATE.getByName(name)[call](input))));
  },
};

/** Requests per second of the request route, beside a bare Hono route in the same workerd. */
import { randomUUID } from 'node:crypto';
import { BARE_PATH } from './bare-paths';
import { inFlight, range } from './in-flight';
import type { Proof } from './proof';
import { RESET_PATH, type SiteUnderLoad } from './site-under-load';
import { median } from './statistics';

const AT_A_TIME = 16;
const ROUNDS = 5;

/** The two take turns, so that whatever else the machine does meets both. */
export async function measureThroughput(site: SiteUnderLoad, requests: number): Promise<Proof> {
  site.queue.hold();
  const rates = { bare: [] as number[], reset: [] as number[] };
  for (const _ of range(ROUNDS)) {
    rates.bare.push(await measureRate(site, BARE_PATH, requests / ROUNDS));
    rates.reset.push(await measureRate(site, RESET_PATH, requests / ROUNDS));
  }
  site.deliver();
  await site.queue.settle();
  const [bare, reset] = [median(rates.bare), median(rates.reset)];
  const line = `Requests per second: ${reset.toFixed(0)} of the request route, ${bare.toFixed(0)} of a bare Hono route (${((100 * reset) / bare).toFixed(0)} %)`;
  return { lines: [line], problems: [] };
}

async function measureRate(site: SiteUnderLoad, path: string, requests: number): Promise<number> {
  const started = performance.now();
  const answers = await inFlight(range(requests), AT_A_TIME, async () => {
    const response = await site.post(path, { identifier: `visitor-${randomUUID()}` });
    await response.text();
    return response.status;
  });
  const seconds = (performance.now() - started) / 1000;
  if (answers.some((status) => status !== 303)) throw new TypeError(`${path} did not answer every request`);
  return requests / seconds;
}

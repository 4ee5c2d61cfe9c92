/** What a request of each route costs in CPU. */
import { randomUUID } from 'node:crypto';
import { limits } from '../../../src/shared/limits';
import { BARE_CALLS_PATH, type PlatformCalls } from './bare-paths';
import { range } from './in-flight';
import { join, type Proof } from './proof';
import { type OpenLink, PASSWORD_PATH, RESET_PATH, type SiteUnderLoad } from './site-under-load';
import { median, quantile } from './statistics';
import { watchCpu } from './workerd-process';

/** What the free plan gives a request: https://developers.cloudflare.com/workers/platform/limits/. */
const FREE_PLAN_MILLISECONDS = 10;

/** Requests before the measurement, as an isolate that has just started compiles while it works. */
const WARM_UP = 30;

/** Fewer samples are too few for a verdict. */
const SAMPLES_MIN = 100;

interface Route {
  readonly name: string;
  readonly ask: () => Promise<Response>;
  /** What it asks the platform for, as its use-case says. */
  readonly calls: Partial<PlatformCalls>;
  /** Whether it hashes a password, which the hasher's own object does, with a limit of its own. */
  readonly hashes?: boolean;
}

/**
 * workerd tells no CPU time of a request, so this is all that its process used meanwhile. The platform's parts are emulated
 * in the same process; what a bare Worker pays for the same calls is told apart, and the rest is the request's own.
 */
export async function measureRequests(site: SiteUnderLoad, requests: number): Promise<Proof> {
  const hashed = Math.min(requests, 40);
  const links = await site.openLinks(await site.addAccounts(hashed + 2));
  const locked = `visitor-${randomUUID()}`;
  for (const _ of range(limits.REQUESTS_BEFORE_LOCK + 1)) await site.post(RESET_PATH, { identifier: locked });
  site.queue.hold();
  const proofs: Proof[] = [];
  for (const route of routesOf(site, links, locked))
    proofs.push(await judge(site, route, route.hashes ? hashed : requests));
  site.deliver();
  await site.queue.settle();
  const title = `CPU of workerd per request in ms, ${requests} of each route one after another; the free plan gives ${FREE_PLAN_MILLISECONDS}`;
  const head = `${' '.repeat(34)} median    p99  of it platform    own  (wall)`;
  return join({ lines: [title, head], problems: [] }, ...proofs);
}

function routesOf(site: SiteUnderLoad, links: readonly OpenLink[], locked: string): Route[] {
  const [link, ...unused] = links as [OpenLink, ...OpenLink[]];
  const { flow, cookie } = link;
  const ask = (identifier: string) => () => site.post(RESET_PATH, { identifier });
  const save = (open: OpenLink, password: string) =>
    site.post(PASSWORD_PATH, { flow: open.flow, password }, open.cookie);
  const request = { limit: 1, store: 1, object: 1, queue: 1 };
  return [
    { name: 'GET  reset form', calls: {}, ask: () => site.fetch(RESET_PATH) },
    { name: 'POST reset', calls: request, ask: () => ask(`visitor-${randomUUID()}`)() },
    { name: 'POST reset, locked', calls: { limit: 1, store: 1 }, ask: ask(locked) },
    { name: 'POST reset, invalid', calls: {}, ask: ask('two words') },
    { name: 'GET  mailed link', calls: {}, ask: () => site.fetch(link.href) },
    {
      name: 'GET  new password',
      calls: { store: 1, object: 1 },
      ask: () => site.fetch(PASSWORD_PATH, { headers: { cookie } }),
    },
    {
      name: 'POST new password, refused',
      calls: { store: 1, object: 2, database: 1 },
      ask: () => save({ ...link, flow }, 'short'),
    },
    { name: 'GET  shared link', calls: {}, ask: () => site.fetch('/account/reset/') },
    { name: 'GET  nothing there', calls: {}, ask: () => site.fetch('/en/nothing-here/') },
    {
      name: 'POST new password, with its hash',
      calls: { store: 1, object: 2, database: 4, queue: 1 },
      hashes: true,
      ask: () => save(unused.pop() ?? link, 'seven quiet rivers'),
    },
  ];
}

async function judge(site: SiteUnderLoad, { name, ask, calls, hashes }: Route, requests: number): Promise<Proof> {
  const query = new URLSearchParams(Object.entries(calls).map(([part, count]) => [part, String(count)]));
  const bare = await measure(() => site.post(`${BARE_CALLS_PATH}?${query}`, {}), requests, WARM_UP);
  const { cpu, wall } = await measure(ask, requests, hashes ? 1 : WARM_UP);
  const [whole, platform] = [median(cpu), median(bare.cpu)];
  const own = Math.max(0, whole - platform);
  const [first, second, third, fourth, last] = [whole, quantile(cpu, 0.99), platform, own, median(wall)].map((value) =>
    value.toFixed(1).padStart(7),
  );
  const isOver = !hashes && requests >= SAMPLES_MIN && own > FREE_PLAN_MILLISECONDS;
  const problem = `${name} takes ${own.toFixed(1)} ms of CPU of its own, the free plan gives ${FREE_PLAN_MILLISECONDS}`;
  return {
    lines: [`  ${name.padEnd(32)}${first}${second}${third?.padStart(16)}${fourth}  (${last?.trim()})`],
    problems: isOver ? [problem] : [],
  };
}

interface Cost {
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

async function measure(ask: Route['ask'], requests: number, warmUp: number): Promise<Cost> {
  for (const _ of range(warmUp)) await (await ask()).text();
  const readCpu = watchCpu();
  const cost = { cpu: [] as number[], wall: [] as number[] };
  for (const _ of range(requests)) {
    const [cpu, wall] = [readCpu(), performance.now()];
    await (await ask()).text();
    cost.wall.push(performance.now() - wall);
    cost.cpu.push(readCpu() - cpu);
  }
  return cost;
}

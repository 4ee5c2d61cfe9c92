/** What a request of each route costs in CPU. */
import { randomUUID } from 'node:crypto';
import { limits } from '../../../src/shared/limits';
import { requireTokenLink } from '../../../test/fakes/mailbox';
import { newNumber } from '../../../test/harness/accounts';
import { revisionIn, seedIn } from '../../../test/harness/contact';
import { BARE_CALLS_PATH, type PlatformCalls } from './bare-paths';
import { inFlight, range } from './in-flight';
import { join, type Proof } from './proof';
import {
  CODE_PATH,
  NOT_ME_PATH,
  type OpenLink,
  openLink,
  PARALLEL,
  PASSWORD_PATH,
  RESET_PATH,
  type SiteUnderLoad,
} from './site-under-load';
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
  const [changed, ...links] = await site.openLinks(await site.addAccounts(hashed + 3));
  if (!changed) throw new TypeError('no link was opened');
  const notice = await openNotice(site, changed);
  const locked = `visitor-${randomUUID()}`;
  for (const _ of range(limits.REQUESTS_BEFORE_LOCK + 1)) await site.post(RESET_PATH, { identifier: locked });
  site.queue.hold();
  const proofs: Proof[] = [];
  const code =
    (await site.post(RESET_PATH, { identifier: newNumber() })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const routes = [
    resetRoutes(site, locked),
    codeRoutes(site, code),
    passwordRoutes(site, links),
    noticeRoutes(site, notice),
    await supportRoutes(site, requests + WARM_UP),
  ];
  for (const route of routes.flat()) proofs.push(await judge(site, route, route.hashes ? hashed : requests));
  site.deliver();
  await site.queue.settle();
  const title = `CPU of workerd per request in ms, ${requests} of each route one after another; the free plan gives ${FREE_PLAN_MILLISECONDS}`;
  const head = `${' '.repeat(34)} median    p99  of it platform    own  (wall)`;
  return join({ lines: [title, head], problems: [] }, ...proofs);
}

function resetRoutes(site: SiteUnderLoad, locked: string): Route[] {
  const ask = (identifier: string) => site.post(RESET_PATH, { identifier });
  const calls = { limit: 1, store: 1, object: 1, queue: 1 };
  return [
    { name: 'GET  reset form', calls: {}, ask: () => site.fetch(RESET_PATH) },
    { name: 'POST reset', calls, ask: () => ask(`visitor-${randomUUID()}`) },
    { name: 'POST reset, by mobile number', calls, ask: () => ask(newNumber()) },
    { name: 'POST reset, locked', calls: { limit: 1, store: 1 }, ask: () => ask(locked) },
    { name: 'POST reset, invalid', calls: {}, ask: () => ask('two words') },
    { name: 'GET  shared link', calls: {}, ask: () => site.fetch('/account/reset/') },
    { name: 'GET  nothing there', calls: {}, ask: () => site.fetch('/en/nothing-here/') },
  ];
}

/** @param cookie Of a visitor who has asked for a code. */
function codeRoutes(site: SiteUnderLoad, cookie: string): Route[] {
  const calls = { limit: 1, object: 1 };
  return [
    { name: 'GET  code', calls: {}, ask: () => site.fetch(CODE_PATH, { headers: { cookie } }) },
    { name: 'POST code, wrong', calls, ask: () => site.post(CODE_PATH, { code: '123456' }, cookie) },
    {
      name: 'POST code, on another device',
      calls: { limit: 1, store: 1, object: 2 },
      ask: () => site.post(CODE_PATH, { identifier: newNumber(), code: '123456' }),
    },
  ];
}

function passwordRoutes(site: SiteUnderLoad, [link, ...unused]: readonly OpenLink[]): Route[] {
  if (!link) throw new TypeError('no link was opened');
  const { href, cookie } = link;
  const save = (open: OpenLink, password: string) =>
    site.post(PASSWORD_PATH, { flow: open.flow, password }, open.cookie);
  return [
    { name: 'GET  mailed link', calls: {}, ask: () => site.fetch(href) },
    {
      name: 'GET  new password',
      calls: { store: 1, object: 1 },
      ask: () => site.fetch(PASSWORD_PATH, { headers: { cookie } }),
    },
    {
      name: 'POST new password, refused',
      calls: { store: 1, object: 2, database: 1 },
      ask: () => save(link, 'short'),
    },
    {
      name: 'POST new password, with its hash',
      calls: { store: 1, object: 2, database: 4, queue: 1 },
      hashes: true,
      ask: () => save(unused.pop() ?? link, 'seven quiet rivers'),
    },
  ];
}

/** What the notice of a changed password leads to. */
function noticeRoutes(site: SiteUnderLoad, { cookie, flow }: OpenLink): Route[] {
  return [
    { name: 'GET  not me', calls: { store: 1 }, ask: () => site.fetch(NOT_ME_PATH, { headers: { cookie } }) },
    {
      name: 'POST not me',
      calls: { store: 1, object: 1, queue: 2 },
      ask: () => site.post(NOT_ME_PATH, { flow }, cookie),
    },
  ];
}

const CONTACT_PATH = '/en/contact/other/';
const ARTICLE_PATH = '/en/logging-in/locked-out/';

/** The forms that reach a person: of support, and under every article. @param tickets So many forms are opened beforehand. */
async function supportRoutes(site: SiteUnderLoad, tickets: number): Promise<Route[]> {
  const open = async (path: string) => (await site.fetch(path)).text();
  const seeds = await inFlight(range(tickets), PARALLEL, async () => seedIn(await open(CONTACT_PATH)));
  const revision = revisionIn(await open(ARTICLE_PATH));
  const written = () => ({ ...seeds.pop(), email: `${randomUUID()}@example.com`, message: 'Help' });
  const feedback = (helped: string) => site.post(`${ARTICLE_PATH}feedback/`, { helped, revision });
  return [
    { name: 'GET  contact form', calls: {}, ask: () => site.fetch(CONTACT_PATH) },
    { name: 'POST contact, invalid', calls: {}, ask: () => site.post(CONTACT_PATH, { message: 'Help' }) },
    {
      name: 'POST contact',
      calls: { limit: 1, database: 1, queue: 1 },
      ask: () => site.post(CONTACT_PATH, written()),
    },
    { name: 'POST feedback', calls: { limit: 1, database: 1 }, ask: () => feedback('yes') },
  ];
}

/** Uses a link up, and opens the link of the notice that its owner gets. */
async function openNotice(site: SiteUnderLoad, { flow, cookie }: OpenLink): Promise<OpenLink> {
  await site.post(PASSWORD_PATH, { flow, password: 'seven quiet rivers' }, cookie);
  await site.queue.settle();
  const notice = site.resend.inbox.findLast(({ text = '' }) => text.includes(NOT_ME_PATH));
  if (!notice) throw new TypeError('no notice of a change was mailed');
  return openLink(site.fetch, requireTokenLink(notice));
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

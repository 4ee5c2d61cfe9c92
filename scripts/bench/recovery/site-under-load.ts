/** The built Worker in workerd between a platform's queue that outlives it and a Resend that fails on command. */
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { startLocalServer } from '../../../test/fakes/local-server';
import { linksIn } from '../../../test/fakes/mailbox';
import { type FakeResend, startFakeResend } from '../../../test/fakes/resend';
import { startFakeTwilio, twilioVariables } from '../../../test/fakes/twilio';
import { newVisitor } from '../../../test/harness/accounts';
import { serveThrowawaySite, type ThrowawaySite } from '../../local/throwaway-site';
import { inFlight, range } from './in-flight';
import { PlatformQueue } from './platform-queue';
import { deliveryTo, surround } from './surroundings';
import { killWorkerd } from './workerd-process';

export const RESET_PATH = '/en/account/reset/';
export const CODE_PATH = '/en/account/reset/code/';
export const PASSWORD_PATH = '/en/account/new-password/';
export const NOT_ME_PATH = '/en/account/not-me/';

/** A mailed link that its reader has opened. */
export interface OpenLink {
  readonly href: string;
  readonly cookie: string;
  readonly flow: string;
}

export interface SiteUnderLoad extends AsyncDisposable {
  readonly resend: FakeResend;
  readonly queue: PlatformQueue;
  /** What the Worker has logged since the start. */
  logs: ThrowawaySite['logs'];
  database(): Promise<D1Database>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form as a visitor whose network address nobody else has. */
  post(path: string, fields: Readonly<Record<string, string>>, cookie?: string): Promise<Response>;
  /** Adds accounts with a verified address. @returns Their usernames. */
  addAccounts(count: number): Promise<string[]>;
  /** Asks for a reset of each account and opens the link in its mail. */
  openLinks(usernames: readonly string[]): Promise<OpenLink[]>;
  /** Lets the queue deliver. */
  deliver(): void;
  /** SIGKILL, then a start on the same storage. */
  crash(): Promise<void>;
}

/** So many requests are under way at once. */
export const PARALLEL = 100;

export async function startSiteUnderLoad(): Promise<SiteUnderLoad> {
  const { resend, variables, stop } = await startProviders();
  const queue = new PlatformQueue();
  const intake = await startLocalServer(async (incoming, response) => {
    const job: unknown = JSON.parse(await text(incoming));
    if (incoming.url === '/') queue.accept(job);
    response.end();
  });
  const site = await serveThrowawaySite(variables, surround(intake.origin));
  const database = async () => (await site.environment()).ACCOUNTS as D1Database;
  const request = (path: string, init?: RequestInit) => fetch(`${site.origin}${path}`, { redirect: 'manual', ...init });
  const post = createPost(site.origin, request);
  const deliver = () => queue.release(deliveryTo(site.origin));
  return {
    resend,
    queue,
    logs: site.logs,
    database,
    fetch: request,
    post,
    addAccounts: async (count) => addAccounts(await database(), count),
    async openLinks(usernames) {
      await inFlight(usernames, PARALLEL, (identifier) => post(RESET_PATH, { identifier }));
      deliver();
      await queue.settle();
      return inFlight(usernames, PARALLEL, (username) => openLink(request, linkOf(resend, username)));
    },
    deliver,

    async crash() {
      killWorkerd();
      queue.hold();
      queue.interrupt();
      await site.configure({});
      deliver();
    },
    async [Symbol.asyncDispose]() {
      queue.hold();
      await site[Symbol.asyncDispose]();
      await intake[Symbol.asyncDispose]();
      await stop();
    },
  };
}

function createPost(origin: string, request: SiteUnderLoad['fetch']): SiteUnderLoad['post'] {
  return (path, fields, cookie = '') =>
    request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, cookie, ...newVisitor() },
    });
}

/** Who sends what the site writes, and what the Worker must know of them. */
async function startProviders() {
  const [resend, twilio] = await Promise.all([startFakeResend(), startFakeTwilio()]);
  const variables = { RESEND_BASE_URL: resend.url, TEXT_MESSAGES: 'twilio', ...twilioVariables(twilio) };
  return { resend, variables, stop: () => Promise.all([resend.stop(), twilio.stop()]) };
}

const INSERT = `INSERT INTO accounts (id, username, username_canonical, email, email_canonical, email_verified, created_at, updated_at)
  VALUES (?1, ?1, ?1, ?2, ?2, 1, 0, 0)`;

async function addAccounts(database: D1Database, count: number): Promise<string[]> {
  const usernames = range(count).map(() => `visitor-${randomUUID()}`);
  await database.batch(usernames.map((username) => database.prepare(INSERT).bind(username, addressOf(username))));
  return usernames;
}

export function addressOf(username: string): string {
  return `${username}@example.com`;
}

function linkOf({ inbox }: FakeResend, username: string): URL {
  const mail = inbox.find(({ to }) => to.includes(addressOf(username)));
  const link = mail && linksIn(mail).find(({ searchParams }) => searchParams.has('token'));
  if (!link) throw new TypeError('an account got no mail');
  return link;
}

/** Opens a mailed link as a browser does: keeps the cookie, follows to the form. @throws TypeError where there is no form. */
export async function openLink(request: SiteUnderLoad['fetch'], { pathname, search }: URL): Promise<OpenLink> {
  const href = `${pathname}${search}`;
  const swap = await request(href);
  const cookie = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await (await request(pathname, { headers: { cookie } })).text();
  const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1];
  if (flow === undefined) throw new TypeError('a mailed link does not open');
  return { href, cookie, flow };
}

/** The built Worker in workerd, the strict fake of Resend beside it, and the demo accounts in its database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { OperatorEvent } from '../../functions/events';
import { seedDemoAccounts } from '../../scripts/local/demo-accounts';
import {
  BUILT_CONFIG,
  type Surroundings,
  serveThrowawaySite,
  type ThrowawaySite,
  type WorkerLog,
} from '../../scripts/local/throwaway-site';
import { type FakeResend, startFakeResend } from '../fakes/resend';
import { type FakeTwilio, startFakeTwilio, twilioVariables } from '../fakes/twilio';
import { fetchPastProxy } from './past-proxy';

export type Fields = Readonly<Record<string, string>> | URLSearchParams | FormData;

/** The site under test: one Worker and one mailbox for all tests of a file. */
export interface TestSite {
  /** `http://localhost:<port>`, the Worker's SITE_ORIGIN too. */
  readonly origin: string;
  readonly resend: FakeResend;
  /** Receives text messages where the variables say `TEXT_MESSAGES: 'twilio'`. */
  readonly twilio: FakeTwilio;
  readonly database: D1Database;
  /** The Worker's bindings. */
  environment(): Promise<Record<string, unknown>>;
  /** Where tokens and locks are kept. */
  store(): Promise<KVNamespace>;
  /** Requests a path of the site; redirects are returned, not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form as the site's own page does. Headers in `init` replace those of that page. */
  post(path: string, fields: Fields, init?: RequestInit): Promise<Response>;
  /** What the Worker has logged for its operator, oldest first. */
  events(): readonly OperatorEvent[];
  /** Waits until every accepted job has ended in a mail, a refusal or a reason for none. */
  settle(): Promise<void>;
  /** Runs what wrangler.toml has scheduled, once, to its end. */
  runSchedule(): Promise<void>;
  /** Moves the Worker's clock; storage and sent mails stay. */
  passTime(seconds: number): Promise<void>;
  /** Restarts the Worker with other variables; storage stays. */
  configure(variables: Readonly<Record<string, string>>): Promise<void>;
}

/** Longer than a mail takes whose provider did not answer in time. */
const SETTLE_MILLISECONDS = 30_000;

/**
 * Starts the site for the tests of this file. A fault in the Worker's log fails the test.
 *
 * @param beside Another config than the built one; Workers beside it, and the bindings that lead to them in place of the platform.
 */
export function useSite(
  variables: Readonly<Record<string, string>> = {},
  beside: Partial<Surroundings> = {},
): TestSite {
  let site: ThrowawaySite;
  let resend: FakeResend;
  let twilio: FakeTwilio;
  let database: D1Database;
  let shift = 0;

  beforeAll(async () => {
    [resend, twilio] = await Promise.all([startFakeResend(), startFakeTwilio()]);
    const own = { RESEND_BASE_URL: resend.url, ...twilioVariables(twilio) };
    site = await serveThrowawaySite(
      { ...own, ...variables },
      { config: BUILT_CONFIG, workers: [], bindings: {}, ...beside },
    );
    database = (await site.environment()).ACCOUNTS as D1Database;
    await seedDemoAccounts(database);
  });
  afterEach(() => expect(faultsIn(site.logs()), 'the Worker logged a fault').toEqual([]));
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await Promise.all([resend.stop(), twilio.stop()]);
  });

  const request = (path: string, init?: RequestInit) =>
    fetchPastProxy(new URL(path, site.origin), { redirect: 'manual', ...init });
  const configure = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    await site.configure(changed);
    database = (await site.environment()).ACCOUNTS as D1Database;
  };
  const events = () => site.logs().flatMap(({ message }) => readEvent(message) ?? []);
  return {
    get origin() {
      return site.origin;
    },
    get resend() {
      return resend;
    },
    get twilio() {
      return twilio;
    },
    get database() {
      return database;
    },
    environment: () => site.environment(),
    store: async () => (await site.environment()).RECOVERY as KVNamespace,
    fetch: request,
    post(path, fields, { headers, ...init } = {}) {
      const body =
        fields instanceof URLSearchParams || fields instanceof FormData ? fields : new URLSearchParams(fields);
      const own = { origin: site.origin, 'sec-fetch-site': 'same-origin' };
      return request(path, {
        method: 'POST',
        body,
        headers: { ...own, ...Object.fromEntries(new Headers(headers)) },
        ...init,
      });
    },
    events,
    settle: () => waitUntilSettled(events),
    runSchedule: () => site.runSchedule(),
    async passTime(seconds) {
      shift += seconds;
      await configure({ CLOCK_SHIFT_SECONDS: String(shift) });
    },
    configure,
  };
}

async function waitUntilSettled(events: () => readonly OperatorEvent[]): Promise<void> {
  const end = Date.now() + SETTLE_MILLISECONDS;
  while (events().filter(isBegin).length > events().filter(isEnd).length) {
    if (Date.now() > end) throw new Error(`jobs did not end: ${JSON.stringify(events().slice(-5))}`);
    await sleep(20);
  }
}

function isBegin(event: OperatorEvent): boolean {
  return (
    (event.event === 'reset.admitted' && !event.repeated) || ['link.redeemed', 'notice.disowned'].includes(event.event)
  );
}

/** The mail beside a text message and the copy of a double click have no beginning of their own. */
function isEnd(event: OperatorEvent): boolean {
  if ('mail' in event && event.mail === 'code') return false;
  if (event.event === 'text.skipped') return event.reason !== 'repeated';
  return ['mail.sent', 'mail.rejected', 'mail.skipped', 'text.sent', 'text.rejected', 'job.unreadable'].includes(
    event.event,
  );
}

function readEvent(message: string): OperatorEvent | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null && 'event' in value ? (value as OperatorEvent) : undefined;
  } catch {
    return undefined;
  }
}

/** workerd writes down that a visitor has cut a connection, which is their right. */
const HUNG_UP = /^kj::\S+ = .*disconnected: /;

/** What is no event: an exception that nothing caught, a print that was forgotten. */
function faultsIn(logs: readonly WorkerLog[]): string[] {
  return logs.flatMap(({ message }) => (readEvent(message) || HUNG_UP.test(message) ? [] : [message]));
}

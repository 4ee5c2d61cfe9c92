/** The built Worker in workerd, the strict fake of Resend beside it, and the demo accounts in its database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { OperatorEvent } from '../../functions/events';
import { seedDemoAccounts } from '../../scripts/local/demo-accounts';
import { serveThrowawaySite, type ThrowawaySite, type WorkerLog } from '../../scripts/local/throwaway-site';
import { type FakeResend, startFakeResend } from '../fakes/resend';

export type Fields = Readonly<Record<string, string>> | URLSearchParams | FormData;

/** The site under test: one Worker and one mailbox for all tests of a file. */
export interface TestSite {
  /** `http://localhost:<port>`, the Worker's SITE_ORIGIN too. */
  readonly origin: string;
  readonly resend: FakeResend;
  readonly database: D1Database;
  /** Requests a path of the site; redirects are returned, not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form as the site's own page does. Headers in `init` replace those of that page. */
  post(path: string, fields: Fields, init?: RequestInit): Promise<Response>;
  /** What the Worker has logged for its operator, oldest first. */
  events(): readonly OperatorEvent[];
  /** Waits until every accepted job has ended in a mail, a refusal or a reason for none. */
  settle(): Promise<void>;
  /** Moves the Worker's clock; storage and sent mails stay. */
  passTime(seconds: number): Promise<void>;
  /** Restarts the Worker with other variables; storage stays. */
  configure(variables: Readonly<Record<string, string>>): Promise<void>;
}

const SETTLE_MILLISECONDS = 20_000;

/** Starts the site for the tests of this file. A fault in the Worker's log fails the test. */
export function useSite(variables: Readonly<Record<string, string>> = {}): TestSite {
  let site: ThrowawaySite;
  let resend: FakeResend;
  let database: D1Database;
  let shift = 0;

  beforeAll(async () => {
    resend = await startFakeResend();
    site = await serveThrowawaySite({ RESEND_BASE_URL: resend.url, ...variables });
    database = (await site.environment()).ACCOUNTS as D1Database;
    await seedDemoAccounts(database);
  });
  afterEach(() => expect(faultsIn(site.logs()), 'the Worker logged a fault').toEqual([]));
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await resend.stop();
  });

  const request = (path: string, init?: RequestInit) =>
    fetch(new URL(path, site.origin), { redirect: 'manual', ...init });
  const events = () => site.logs().flatMap(({ message }) => readEvent(message) ?? []);
  return {
    get origin() {
      return site.origin;
    },
    get resend() {
      return resend;
    },
    get database() {
      return database;
    },
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
    async passTime(seconds) {
      shift += seconds;
      await site.configure({ CLOCK_SHIFT_SECONDS: String(shift) });
      database = (await site.environment()).ACCOUNTS as D1Database;
    },
    configure: (changed) => site.configure(changed),
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
  return (event.event === 'reset.admitted' && !event.repeated) || event.event === 'password.changed';
}

function isEnd({ event }: OperatorEvent): boolean {
  return ['mail.sent', 'mail.rejected', 'mail.skipped', 'job.unreadable'].includes(event);
}

function readEvent(message: string): OperatorEvent | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return typeof value === 'object' && value !== null && 'event' in value ? (value as OperatorEvent) : undefined;
  } catch {
    return undefined;
  }
}

/** What is no event: an exception that nothing caught, a print that was forgotten. */
function faultsIn(logs: readonly WorkerLog[]): string[] {
  return logs.flatMap(({ message }) => (readEvent(message) ? [] : [message]));
}

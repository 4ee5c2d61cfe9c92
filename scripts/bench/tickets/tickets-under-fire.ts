/** Tickets while the mail provider fails and the Worker is killed: each is kept once, and each becomes two e-mails, never more. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { desks } from '../../../src/shared/contact-topics';
import { printReference } from '../../../src/shared/reference';
import { seedIn } from '../../../test/harness/contact';
import { FAILURE_RATE, failuresFor } from '../recovery/failing-mail';
import { inFlight, range } from '../recovery/in-flight';
import { exactly, join, type Proof } from '../recovery/proof';
import { PARALLEL, type SiteUnderLoad } from '../recovery/site-under-load';

const FORM_PATH = '/en/contact/other/';

/** Longer than the quickest that a person can be. */
const READING_MILLISECONDS = 2100;
const PRESS_AGAIN_MILLISECONDS = 250;
const AT_A_TIME = 8;

export interface Fire {
  readonly tickets: number;
  readonly crashes: number;
  readonly isQuick: boolean;
}

interface Form {
  readonly email: string;
  readonly seed: Readonly<Record<string, string>>;
}

export async function proveTicketsSurvive(site: SiteUnderLoad, { tickets, crashes, isQuick }: Fire): Promise<Proof> {
  const forms = await openForms(site, tickets);
  site.deliver();
  site.resend.failAtRandom({ seed: tickets, rate: FAILURE_RATE, failures: failuresFor(isQuick) });
  const crashed: Promise<void>[] = [];
  let taken = 0;
  let unanswered = 0;
  await inFlight(forms, AT_A_TIME, async (form) => {
    unanswered += await pressUntilTaken(site, form);
    taken += 1;
    if (crashed.length < crashes && taken >= ((crashed.length + 1) * tickets) / (crashes + 1)) {
      crashed.push(site.crash());
    }
  });
  await Promise.all(crashed);
  await site.queue.settle();
  site.resend.failAtRandom(undefined);
  const rate = FAILURE_RATE * 100;
  const title = `${tickets.toLocaleString('en')} tickets, the provider fails ${rate} % of the time, the Worker killed ${crashes} times`;
  const lines = [
    title,
    `    ${unanswered} forms had no answer and were sent again; ${site.resend.attempts.length} tries of e-mails`,
  ];
  return join({ lines, problems: [] }, await countTickets(site, tickets), await countMails(site, forms));
}

async function openForms(site: SiteUnderLoad, count: number): Promise<Form[]> {
  const forms = await inFlight(range(count), PARALLEL, async () => {
    const page = await (await site.fetch(FORM_PATH)).text();
    return { email: `${randomUUID()}@example.com`, seed: seedIn(page) };
  });
  await sleep(READING_MILLISECONDS);
  return forms;
}

/** As a visitor does who sees no answer: the same form once more. @returns How often there was none. */
async function pressUntilTaken(site: SiteUnderLoad, { email, seed }: Form): Promise<number> {
  for (let failed = 0; ; failed += 1) {
    const status = await site.post(FORM_PATH, { email, message: 'Help', ...seed }).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 303) return failed;
    await sleep(PRESS_AGAIN_MILLISECONDS);
  }
}

async function countTickets(site: SiteUnderLoad, expected: number): Promise<Proof> {
  const database = await site.database();
  const count = async (sql: string) => (await database.prepare(sql).first<{ count: number }>())?.count ?? 0;
  return join(
    exactly('  tickets in D1', await count('SELECT count(*) AS count FROM tickets'), expected),
    exactly('  messages in D1', await count('SELECT count(*) AS count FROM ticket_messages'), expected),
    exactly(
      '  dispatches left undone',
      await count('SELECT count(*) AS count FROM ticket_dispatches WHERE done_at IS NULL'),
      0,
    ),
  );
}

/** One e-mail to each visitor, and one to the desk with each reference. */
async function countMails(site: SiteUnderLoad, forms: readonly Form[]): Promise<Proof> {
  const { inbox, attempts } = site.resend;
  const database = await site.database();
  const { results } = await database.prepare('SELECT reference FROM tickets').all<{ reference: string }>();
  const visitors = new Set(forms.map(({ email }) => email));
  const toVisitors = inbox.filter(({ to: [address = ''] }) => visitors.has(address));
  const toDesk = inbox.filter(({ to }) => to.includes(desks.support.address));
  const told = new Set(toDesk.map(({ subject }) => subject));
  const untold = results.filter(
    ({ reference }) => ![...told].some((subject) => subject.includes(printReference(reference))),
  );
  return join(
    exactly('  e-mails', inbox.length, forms.length * 2),
    exactly('  visitors with one', new Set(toVisitors.map(({ to: [address] }) => address)).size, forms.length),
    exactly('  visitors with two', toVisitors.length - new Set(toVisitors.map(({ to: [address] }) => address)).size, 0),
    exactly('  tickets that the desk was told of twice', toDesk.length - told.size, 0),
    exactly('  tickets that the desk was not told of', untold.length, 0),
    exactly(
      '  retries with other bytes than the first try',
      attempts.filter(({ outcome }) => outcome === 'invalid_idempotent_request').length,
      0,
    ),
  );
}

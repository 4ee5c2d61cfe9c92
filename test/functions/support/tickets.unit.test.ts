import { beforeEach, describe, expect, test } from 'vitest';
import { createD1Tickets } from '../../../functions/bindings/d1-tickets';
import type { DeskTicket } from '../../../functions/desk/port';
import type { OperatorEvent } from '../../../functions/events';
import type { SendResult } from '../../../functions/mail/port';
import { addMessage } from '../../../functions/support/add-message';
import { newSeed } from '../../../functions/support/form-stamp';
import type { DispatchJob } from '../../../functions/support/jobs';
import { createTicketKeys } from '../../../functions/support/keys';
import { openTicket } from '../../../functions/support/open-ticket';
import { sendDispatch } from '../../../functions/support/send-dispatch';
import { showTicket } from '../../../functions/support/show-ticket';
import { tendTickets } from '../../../functions/support/tend-tickets';
import { ticketLimits } from '../../../src/shared/ticket-limits';
import { createFrozenClock } from '../../fakes/clock';
import { createFakeD1 } from '../../fakes/d1';

const DAY_MILLISECONDS = 86_400_000;
const RETENTION_DAYS = 90;

function createSupport() {
  const clock = createFrozenClock();
  const { d1, sqlite } = createFakeD1();
  const jobs: DispatchJob[] = [];
  const events: OperatorEvent[] = [];
  const told: [DeskTicket, string][] = [];
  const mails: [string, string][] = [];
  const answers: SendResult[] = [];
  const broken = { queue: false };
  const answer = (): SendResult => answers.shift() ?? { type: 'sent', id: 'id' };
  const deps = {
    clock,
    store: createD1Tickets(d1),
    keys: createTicketKeys('a secret of the tests, long enough'),
    isProven: async () => false,
    report: (event: OperatorEvent) => void events.push(event),
    burst: { allows: async () => true },
    queue: {
      async send(job: DispatchJob) {
        if (broken.queue) throw new Error('the queue is away');
        jobs.push(job);
      },
    },
    desk: {
      async send(ticket: DeskTicket, key: string) {
        const result = answer();
        if (result.type === 'sent') told.push([ticket, key]);
        return result;
      },
    },
    mailer: {
      async send(_: unknown, to: string, key: string) {
        const result = answer();
        if (result.type === 'sent') mails.push([to, key]);
        return result;
      },
    },
    render: { receipt: async () => ({ locale: 'en', subject: 's', text: 't', html: 'h' }) as const },
    retentionDays: RETENTION_DAYS,
  };
  return { deps, clock, sqlite, jobs, events, told, mails, answers, broken };
}

type Support = ReturnType<typeof createSupport>;

async function open({ deps, clock }: Support, email = 'maya@example.com') {
  const seed = await newSeed(deps.keys, clock.now());
  clock.advance(5000);
  const fields = { email, message: 'help' };
  return openTicket(deps, { topic: 'other', fields, seed, address: '192.0.2.1', locale: 'en' });
}

async function work({ deps, jobs }: Support, attempt = 1) {
  const deliveries = [];
  for (const job of jobs.splice(0)) deliveries.push(await sendDispatch(deps, job, attempt));
  return deliveries;
}

let support: Support;
beforeEach(() => {
  support = createSupport();
});

describe('a ticket that was taken', () => {
  test('is told to the desk and to its visitor, each under its own key', async () => {
    expect(await open(support)).toMatchObject({ type: 'opened' });
    expect(await work(support)).toEqual([{ type: 'done' }, { type: 'done' }]);
    expect(support.told).toHaveLength(1);
    expect(support.mails).toMatchObject([['maya@example.com', expect.stringMatching(/-1-visitor$/)]]);
  });

  test('is not told again when its job comes twice', async () => {
    await open(support);
    support.jobs.push(...support.jobs);
    await work(support);
    expect([support.told.length, support.mails.length]).toEqual([1, 1]);
  });

  test('waits as long as the provider asks, and is sent then', async () => {
    await open(support);
    support.answers.push({ type: 'retry', reason: 'too-fast', afterSeconds: 30 });
    expect(await work(support)).toEqual([{ type: 'retry', afterSeconds: 30 }, { type: 'done' }]);
  });

  test('whose receipt is refused stays with the desk, and is not tried for ever', async () => {
    await open(support);
    support.answers.push({ type: 'sent', id: 'desk' }, { type: 'rejected', reason: 'refused' });
    expect(await work(support)).toEqual([{ type: 'done' }, { type: 'done' }]);
    expect(support.events).toContainEqual({ event: 'ticket.rejected', recipient: 'visitor', reason: 'refused' });
  });
});

describe('a ticket that the desk refuses', () => {
  test('stays undone, so that the schedule brings it again', async () => {
    await open(support);
    support.answers.push({ type: 'rejected', reason: 'refused' });
    expect(await work(support)).toEqual([{ type: 'done' }, { type: 'done' }]);
    expect(support.events).toContainEqual({ event: 'ticket.rejected', recipient: 'desk', reason: 'refused' });
    support.clock.advance(2_701_000);
    await tendTickets(support.deps);
    await work(support);
    expect([support.told.length, support.mails.length]).toEqual([1, 1]);
  });
});

describe('a form that is sent twice', () => {
  const twice = async (first: string, second: string) => {
    const { deps, clock } = support;
    const seed = await newSeed(deps.keys, clock.now());
    clock.advance(5000);
    const send = (message: string) => {
      const fields = { email: 'maya@example.com', message };
      return openTicket(deps, { topic: 'other', fields, seed, address: '192.0.2.1', locale: 'en' });
    };
    return [await send(first), await send(second)];
  };

  test('G1 with the same words is one ticket', async () => {
    const [one, two] = await twice('help', ' help ');
    expect(two).toEqual(one);
  });

  test('with other words, after a step back, is two', async () => {
    await twice('help', 'help, and they changed my number');
    expect(support.sqlite.prepare('SELECT fields FROM ticket_messages').all()).toHaveLength(2);
  });
});

describe('what a visitor adds', () => {
  async function openToAdd() {
    const opened = await open(support);
    if (opened.type !== 'opened') throw new Error(opened.type);
    return opened;
  }

  async function add({ token, reference }: { token: string; reference: string }, text = crypto.randomUUID()) {
    const { deps, clock } = support;
    const seed = await newSeed(deps.keys, clock.now());
    clock.advance(5000);
    return addMessage(deps, { token, reference, text, seed, address: '192.0.2.1' });
  }

  test('F2 is taken up to the limit of an hour, and again when that is over', async () => {
    const opened = await openToAdd();
    for (let count = 1; count < ticketLimits.MESSAGES; count += 1) expect(await add(opened)).toEqual({ type: 'added' });
    expect(await add(opened)).toEqual({ type: 'enough' });
    expect(support.events).toContainEqual({ event: 'ticket.addition-refused', reason: 'enough' });
    support.clock.advance(ticketLimits.WINDOW_SECONDS * 1000);
    expect(await add(opened)).toEqual({ type: 'added' });
  });

  test('keeps the ticket for longer, what is refused does not', async () => {
    const opened = await openToAdd();
    const updated = () => support.sqlite.prepare('SELECT updated_at FROM tickets').get();
    for (let count = 1; count < ticketLimits.MESSAGES; count += 1) await add(opened);
    const before = updated();
    expect(await add(opened)).toEqual({ type: 'enough' });
    expect(updated()).toEqual(before);
  });

  test('E7 to another ticket than the page showed is written to neither', async () => {
    const [one, two] = [await openToAdd(), await openToAdd()];
    expect(await add({ token: two.token, reference: one.reference })).toEqual({ type: 'other' });
    expect(support.sqlite.prepare('SELECT number FROM ticket_messages WHERE number > 1').all()).toEqual([]);
  });
});

test('a ticket whose topic and language were taken away still reaches a desk, its visitor and its page', async () => {
  const opened = await open(support);
  support.sqlite.exec("UPDATE tickets SET topic = 'gone', locale = 'tlh'");
  await work(support);
  expect(support.told).toMatchObject([[{ topic: 'other', locale: 'en', fields: { message: 'help' } }, {}]]);
  expect(support.mails).toHaveLength(1);
  const token = opened.type === 'opened' ? opened.token : '';
  expect(await showTicket(support.deps, token)).toMatchObject({ type: 'open', ticket: { topic: 'other' } });
});

describe('the schedule', () => {
  test('sends what never reached the queue', async () => {
    support.broken.queue = true;
    expect(await open(support)).toMatchObject({ type: 'opened' });
    support.broken.queue = false;
    support.clock.advance(2_701_000);
    await tendTickets(support.deps);
    await work(support);
    expect([support.told.length, support.mails.length]).toEqual([1, 1]);
    expect(support.events).toContainEqual({ event: 'tickets.tended', requeued: 2, erased: 0 });
  });

  test('leaves alone what the queue may still be trying', async () => {
    await open(support);
    support.jobs.length = 0;
    support.clock.advance(2_699_000);
    await tendTickets(support.deps);
    expect(support.jobs).toEqual([]);
  });

  test('erases a ticket with all that belongs to it, so many days after its last message, and not before', async () => {
    await open(support);
    support.clock.advance(RETENTION_DAYS * DAY_MILLISECONDS);
    await tendTickets(support.deps);
    const count = (table: string) => support.sqlite.prepare(`SELECT count(*) AS count FROM ${table}`).get();
    expect(count('tickets')).toEqual({ count: 1 });
    support.clock.advance(1);
    await tendTickets(support.deps);
    for (const table of ['tickets', 'ticket_messages', 'ticket_dispatches']) expect(count(table)).toEqual({ count: 0 });
  });

  test('forgets the network of a ticket once it counts no more', async () => {
    await open(support);
    support.clock.advance(ticketLimits.WINDOW_SECONDS * 1000 + 1);
    await tendTickets(support.deps);
    expect(support.sqlite.prepare('SELECT sender FROM tickets').get()).toEqual({ sender: null });
  });
});

describe('the visitor’s link', () => {
  test('works to the last millisecond of its time, and no longer', async () => {
    const opened = await open(support);
    const token = opened.type === 'opened' ? opened.token : '';
    support.clock.advance(ticketLimits.LINK_SECONDS * 1000 - 1);
    expect(await showTicket(support.deps, token)).toMatchObject({ type: 'open' });
    support.clock.advance(1);
    expect(await showTicket(support.deps, token)).toEqual({ type: 'closed', reason: 'unknown' });
  });

  test('is stored as a hash alone', async () => {
    const opened = await open(support);
    const row = support.sqlite.prepare('SELECT * FROM tickets').get();
    expect(JSON.stringify(row)).not.toContain(opened.type === 'opened' ? opened.token : '');
  });
});

test('F2 the limit of an address ends by itself, an hour after its first ticket', async () => {
  for (let count = 0; count < ticketLimits.PER_EMAIL; count += 1) await open(support);
  expect(await open(support)).toEqual({ type: 'enough' });
  expect(await open(support, 'other@example.com')).toMatchObject({ type: 'opened' });
  support.clock.advance(ticketLimits.WINDOW_SECONDS * 1000);
  expect(await open(support)).toMatchObject({ type: 'opened' });
});

test('a proof of work raises what one address may send', async () => {
  const proven = { ...support, deps: { ...support.deps, isProven: async () => true } };
  for (let count = 0; count < ticketLimits.PER_EMAIL_PROVEN; count += 1) {
    expect(await open(proven)).toMatchObject({ type: 'opened' });
  }
  expect(await open(proven)).toEqual({ type: 'enough' });
});

test('F9 a limit of the platform that fails does not turn anybody away, a store that fails says so', async () => {
  const failing = () => Promise.reject(new Error('away'));
  expect(await open({ ...support, deps: { ...support.deps, burst: { allows: failing } } })).toMatchObject({
    type: 'opened',
  });
  const store = { ...support.deps.store, open: failing };
  expect(await open({ ...support, deps: { ...support.deps, store } })).toEqual({ type: 'unavailable' });
});

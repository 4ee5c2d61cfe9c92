/** Tickets in D1: migrations/0002_tickets.sql. */
import { z } from 'zod';
import { isContactTopic, TOPIC_OF_REMOVED, ticketFields } from '../../src/shared/contact-topics';
import { isEnabledLocale, SOURCE_LOCALE } from '../../src/shared/locales';
import { dispatchId } from '../support/dispatch-id';
import type {
  Addition,
  Dispatch,
  NewTicket,
  Opening,
  Recipient,
  Ticket,
  TicketFields,
  TicketMessage,
  TicketQuota,
  TicketStore,
} from '../support/ports';

/** A topic or a language may have been taken away while its tickets wait. */
const ticketColumns = {
  ticket: z.string(),
  reference: z.string(),
  topic: z.string().transform((name) => (isContactTopic(name) ? name : TOPIC_OF_REMOVED)),
  locale: z.string().transform((code) => (isEnabledLocale(code) ? code : SOURCE_LOCALE)),
  email: z.string(),
  created_at: z.int(),
};

const messageColumns = {
  number: z.int(),
  fields: z.string().transform(parseFields),
  sent_at: z.int(),
};

const ticketRow = z.object({ ...ticketColumns, ...messageColumns });
const storedRow = ticketRow.extend({ mailed: z.int() });
const dispatchRow = ticketRow.extend({ recipient: z.enum(['desk', 'visitor']) });

/** Whether the visitor gets an e-mail: ticket_dispatches has a line for it. */
const MAILED = `EXISTS (SELECT 1 FROM ticket_dispatches AS sent WHERE sent.ticket = tickets.id AND recipient = 'visitor') AS mailed`;

const JOINED = `SELECT tickets.id AS ticket, reference, topic, locale, email, created_at, number, fields, sent_at`;

/** A field that the forms no longer have is left out. */
function parseFields(text: string): TicketFields {
  const all = z.record(z.string(), z.string()).parse(JSON.parse(text));
  return Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(ticketFields, name)));
}

/** Every step is one batch, which D1 runs as one transaction. */
export function createD1Tickets(database: D1Database): TicketStore {
  return {
    open: (ticket, quota) => open(database, ticket, quota),
    add: (addition) => add(database, addition),
    async findByToken(tokenKey) {
      const { results } = await database
        .prepare(
          `${JOINED}, ${MAILED} FROM tickets JOIN ticket_messages ON ticket = id WHERE token_key = ? ORDER BY number`,
        )
        .bind(tokenKey)
        .all();
      const rows = results.map((row) => storedRow.parse(row));
      const [first] = rows;
      return first && { ticket: toTicket(first), messages: rows.map(toMessage), isMailed: first.mailed === 1 };
    },
    take: (id, now) => take(database, id, now),
    async finish(id, now) {
      await database.prepare('UPDATE ticket_dispatches SET done_at = ? WHERE id = ?').bind(now, id).run();
    },
    async takeWaiting(touchedBefore, now, limit) {
      const { results } = await database
        .prepare(
          `UPDATE ticket_dispatches SET touched_at = ? WHERE id IN
           (SELECT id FROM ticket_dispatches WHERE done_at IS NULL AND touched_at < ? ORDER BY touched_at LIMIT ?)
           RETURNING id`,
        )
        .bind(now, touchedBefore, limit)
        .all<{ id: string }>();
      return results.map(({ id }) => id);
    },
    async eraseOlderThan(moment) {
      const { results } = await database
        .prepare('DELETE FROM tickets WHERE updated_at < ? RETURNING id')
        .bind(moment)
        .all();
      return results.length;
    },
    async forgetSendersBefore(moment) {
      await database
        .prepare('UPDATE tickets SET sender = NULL WHERE sender IS NOT NULL AND created_at < ?')
        .bind(moment)
        .run();
    },
  };
}

const INSERT_TICKET = `INSERT INTO tickets (id, reference, token_key, topic, locale, email, sender, created_at, updated_at)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8
  WHERE (SELECT count(*) FROM tickets WHERE email = ?6 AND sender = ?7 AND created_at > ?9) < ?10
    AND (SELECT count(*) FROM tickets WHERE sender = ?7 AND created_at > ?9) < ?11
  ON CONFLICT DO NOTHING RETURNING id`;

const INSERT_DISPATCH = `INSERT INTO ticket_dispatches (id, ticket, message, recipient, touched_at)
  SELECT ?1, ticket, number, ?3, ?4 FROM ticket_messages WHERE ticket = ?2 AND number = 1`;

/** Nothing for an address that so many other tickets named. */
const INSERT_RECEIPT = `${INSERT_DISPATCH}
  AND (SELECT count(*) FROM tickets WHERE email = ?5 AND id <> ?2 AND created_at > ?6) < ?7 ON CONFLICT DO NOTHING`;

/** Counting and writing are one statement, so that parallel forms cannot pass the limit together. */
async function open(database: D1Database, ticket: NewTicket, quota: TicketQuota): Promise<Opening> {
  const { id, reference, tokenKey, topic, locale, email, sender, request, fields, createdAt } = ticket;
  const { since, perEmail, perSender, mailsPerEmail } = quota;
  const dispatch = (recipient: Recipient) => [dispatchId(id, 1, recipient), id, recipient, createdAt];
  const [inserted, , , , known, taken, crowd] = await database.batch<{ reference: string; tickets: number }>([
    database
      .prepare(INSERT_TICKET)
      .bind(id, reference, tokenKey, topic, locale, email, sender, createdAt, since, perEmail, perSender),
    database
      .prepare(
        `INSERT INTO ticket_messages (ticket, number, request, fields, sent_at)
         SELECT id, 1, ?2, ?3, ?4 FROM tickets WHERE id = ?1 ON CONFLICT DO NOTHING`,
      )
      .bind(id, request, JSON.stringify(fields), createdAt),
    database.prepare(`${INSERT_DISPATCH} ON CONFLICT DO NOTHING`).bind(...dispatch('desk')),
    database.prepare(INSERT_RECEIPT).bind(...dispatch('visitor'), email, since, mailsPerEmail),
    database.prepare('SELECT reference FROM tickets WHERE id = ?').bind(id),
    database.prepare('SELECT reference FROM tickets WHERE reference = ?').bind(reference),
    database.prepare(`SELECT count(*) AS tickets FROM tickets WHERE sender = ? AND created_at > ?`).bind(sender, since),
  ]);
  const opened = known?.results[0];
  if (opened) return { type: 'opened', reference: opened.reference, repeated: inserted?.results.length === 0 };
  if (taken?.results.length === 1) return { type: 'taken' };
  return { type: (crowd?.results[0]?.tickets ?? 0) < perSender ? 'enough' : 'crowded' };
}

const INSERT_MESSAGE = `INSERT INTO ticket_messages (ticket, number, request, fields, sent_at)
  SELECT ticket, max(number) + 1, ?2, ?3, ?4 FROM ticket_messages WHERE ticket = ?1
  GROUP BY ticket HAVING count(*) FILTER (WHERE sent_at > ?6) < ?5 ON CONFLICT DO NOTHING RETURNING number`;

/** What was refused does not make the ticket any younger. */
const TOUCH_TICKET = `UPDATE tickets SET updated_at = max(updated_at, ?3) WHERE id = ?1
  AND EXISTS (SELECT 1 FROM ticket_messages WHERE ticket = ?1 AND request = ?2 AND sent_at = ?3)`;

async function add(
  database: D1Database,
  { ticket, request, text, sentAt, limit, since }: Addition,
): ReturnType<TicketStore['add']> {
  const [inserted, , , added] = await database.batch<{ number: number }>([
    database.prepare(INSERT_MESSAGE).bind(ticket, request, JSON.stringify({ message: text }), sentAt, limit, since),
    database
      .prepare(
        `INSERT INTO ticket_dispatches (id, ticket, message, recipient, touched_at)
         SELECT ticket || '-' || number || '-desk', ticket, number, 'desk', ?3 FROM ticket_messages
         WHERE ticket = ?1 AND request = ?2 ON CONFLICT DO NOTHING`,
      )
      .bind(ticket, request, sentAt),
    database.prepare(TOUCH_TICKET).bind(ticket, request, sentAt),
    database.prepare('SELECT number FROM ticket_messages WHERE ticket = ? AND request = ?').bind(ticket, request),
  ]);
  const number = added?.results[0]?.number;
  return number === undefined ? undefined : { number, repeated: inserted?.results.length === 0 };
}

async function take(database: D1Database, id: string, now: number): Promise<Dispatch | undefined> {
  const [, found] = await database.batch([
    database.prepare('UPDATE ticket_dispatches SET touched_at = ? WHERE id = ? AND done_at IS NULL').bind(now, id),
    database
      .prepare(
        `${JOINED}, recipient FROM ticket_dispatches AS dispatch
         JOIN tickets ON tickets.id = dispatch.ticket
         JOIN ticket_messages AS message ON message.ticket = tickets.id AND message.number = dispatch.message
         WHERE dispatch.id = ? AND done_at IS NULL`,
      )
      .bind(id),
  ]);
  const row = found?.results[0];
  if (row === undefined) return undefined;
  const parsed = dispatchRow.parse(row);
  return { id, recipient: parsed.recipient, ticket: toTicket(parsed), message: toMessage(parsed) };
}

type TicketRow = z.infer<typeof ticketRow>;

function toTicket({ ticket, reference, topic, locale, email, created_at }: TicketRow): Ticket {
  return { id: ticket, reference, topic, locale, email, createdAt: created_at };
}

function toMessage({ number, fields, sent_at }: TicketRow): TicketMessage {
  return { number, fields, sentAt: sent_at };
}

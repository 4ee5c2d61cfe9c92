/**
 * What one person wrote to support, for a request of theirs (GDPR articles 15 and 17): shown as JSON, or erased.
 *
 *   npm run tickets -- export maya@example.com            from the database on this machine
 *   npm run tickets -- erase maya@example.com --remote    from the deployed one
 *   npm run tickets -- export 482-910-3751 --remote       one ticket, by its reference
 */
import { parseArgs } from 'node:util';
import { foldDigits } from '../functions/recovery/digits';
import { parseIdentifier } from '../functions/recovery/identifiers';
import { isReference } from '../src/shared/reference';
import { askDatabase, type DatabaseRow } from './local/ask-database';
import { PersonError } from './local/person-error';

const USAGE = 'Run: npm run tickets -- export|erase <e-mail address or reference> [--remote]';

/**
 * An SQL condition on a ticket: an address may be the one to answer to, or the account that was named.
 *
 * @throws PersonError for what is neither an address nor a reference.
 */
export function whichTickets(text: string): string {
  const digits = foldDigits(text).replaceAll(/[\s-]/g, '');
  if (isReference(digits)) return `reference = '${digits}'`;
  const parsed = parseIdentifier(text);
  if (parsed.type !== 'ok' || parsed.identifier.kind !== 'email') {
    throw new PersonError(`"${text}" is neither an e-mail address nor a reference. ${USAGE}`);
  }
  const address = parsed.identifier.value.replaceAll("'", "''");
  const asAccount = `SELECT ticket FROM ticket_messages WHERE lower(fields ->> 'account') = lower('${address}')`;
  return `(email = '${address}' OR tickets.id IN (${asAccount}))`;
}

/** What is asked of the database: the tickets with their messages, or the references of those that it erases with all that belongs to them. */
export function toSql(task: string, which: string): string {
  if (task === 'export') {
    return `SELECT reference, topic, locale, email, number, fields, sent_at FROM tickets
      JOIN ticket_messages ON ticket = id WHERE ${which} ORDER BY created_at, number;`;
  }
  if (task !== 'erase') throw new PersonError(USAGE);
  return `DELETE FROM tickets WHERE ${which} RETURNING reference;`;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { remote: { type: 'boolean', default: false } },
  });
  const [task = '', person = ''] = positionals;
  const answers = await askDatabase(toSql(task, whichTickets(person)), values.remote);
  const rows = answers.at(-1) ?? [];
  console.log(task === 'erase' ? `${rows.length} tickets erased` : JSON.stringify(rows.map(toExport), null, 2));
}

function toExport({ fields, sent_at, ...row }: DatabaseRow) {
  return { ...row, fields: JSON.parse(String(fields)), sentAt: new Date(Number(sent_at)).toISOString() };
}

if (process.argv[1]?.endsWith('tickets.ts')) await run();

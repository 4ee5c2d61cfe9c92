/** `npm run tickets`, as an operator runs it, over this machine's database. */
import { expect, test } from 'vitest';
import { useLocalDatabase } from '../harness/local-database';

const ticket = (id: string, reference: string, email: string) => `
  INSERT INTO tickets VALUES ('${id}', '${reference}', 'k-${id}', 'other', 'ar', '${email}', NULL, 1, 1);
  INSERT INTO ticket_messages VALUES ('${id}', 1, 'r', '{"message":"مرحبا"}', 1);
  INSERT INTO ticket_dispatches VALUES ('${id}-1-desk', '${id}', 1, 'desk', 1, 1);`;
const ROWS = ticket('a', '0000000000', 'maya@example.com') + ticket('b', '4829103751', 'eve@example.com');

const npmRun = useLocalDatabase(ROWS);
const run = (...args: readonly string[]) => npmRun('tickets', '--', ...args);

test('one person’s tickets are shown and erased, and nobody else’s', { timeout: 60_000 }, async () => {
  expect(JSON.parse(await run('export', 'Maya@example.com'))).toEqual([
    {
      reference: '0000000000',
      topic: 'other',
      locale: 'ar',
      email: 'maya@example.com',
      number: 1,
      fields: { message: 'مرحبا' },
      sentAt: '1970-01-01T00:00:00.001Z',
    },
  ]);
  expect(await run('erase', 'maya@example.com')).toBe('1 tickets erased\n');
  expect(JSON.parse(await run('export', 'maya@example.com'))).toEqual([]);
  expect(JSON.parse(await run('export', '482-910-3751'))).toHaveLength(1);
});

import { describe, expect, test } from 'vitest';
import { toSql, whichTickets } from '../../scripts/tickets';
import { createFakeD1 } from '../fakes/d1';

function database() {
  const { sqlite } = createFakeD1();
  const insert = (id: string, reference: string, email: string, account = '') => {
    sqlite.exec(`INSERT INTO tickets VALUES ('${id}', '${reference}', 'k-${id}', 'other', 'en', '${email}', NULL, 1, 1);
      INSERT INTO ticket_messages VALUES ('${id}', 1, 'r', '${JSON.stringify({ account, message: 'help' })}', 1);
      INSERT INTO ticket_dispatches VALUES ('${id}-1-desk', '${id}', 1, 'desk', 1, 1)`);
  };
  insert('a', '0000000000', 'maya@example.com');
  insert('b', '4829103755', 'eve@example.com');
  insert('c', '4829103751', 'maya.now@example.com', 'Old.Maya@example.com');
  return sqlite;
}

describe('what one person wrote', () => {
  test('is found by the address, in whatever letters, or by the reference in whatever digits', () => {
    expect(whichTickets(' Maya@Example.com ')).toContain("email = 'maya@example.com'");
    expect(whichTickets('٠٠٠-٠٠٠-٠٠٠٠')).toBe("reference = '0000000000'");
    expect(whichTickets("o'hara@example.com")).toContain("email = 'o''hara@example.com'");
  });

  test('is shown, and nobody else’s', () => {
    const rows = database()
      .prepare(toSql('export', whichTickets('maya@example.com')))
      .all();
    expect(rows).toMatchObject([
      { reference: '0000000000', email: 'maya@example.com', fields: expect.stringContaining('help') },
    ]);
  });

  test('is found by the address of the account that it is about, too', () => {
    const sqlite = database();
    const which = whichTickets('old.maya@example.com');
    expect(sqlite.prepare(toSql('export', which)).all()).toMatchObject([{ reference: '4829103751' }]);
    expect(sqlite.prepare(toSql('erase', which)).all()).toEqual([{ reference: '4829103751' }]);
  });

  test('is erased with all that belongs to it, and nobody else’s', () => {
    const sqlite = database();
    sqlite.exec(toSql('erase', whichTickets('maya@example.com')));
    for (const table of ['tickets', 'ticket_messages', 'ticket_dispatches']) {
      expect(sqlite.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 2 });
    }
  });

  test.each(['', 'maya', '123'])('is not asked for by %j', (person) => {
    expect(() => whichTickets(person)).toThrow('neither an e-mail address nor a reference');
  });
});

/** What holds for every desk, whatever carries the ticket there. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Desk, DeskTicket } from '../../../functions/desk/port';

export const ticket: DeskTicket = {
  desk: 'urgent',
  reference: '4829103756',
  topic: 'hacked',
  locale: 'ar',
  email: 'maya@example.com',
  number: 1,
  fields: { account: 'maya', message: 'شخص ما في حسابي\nhttps://evil.example' },
  sentAt: Date.UTC(2026, 10, 22, 14, 5),
};

/** What may go wrong on the way. */
export type Trouble = 'silent' | 'unavailable' | 'too-fast' | 'not-allowed' | 'refused';

/** A desk with a view behind its counter. */
export interface DeskUnderTest {
  readonly desk: Desk;
  /** The next request meets this. */
  trouble(trouble: Trouble): void;
  /** What people at the desk can read of each message that they have: once each. */
  received(): readonly string[];
}

export function describeDesk(name: string, open: () => Promise<DeskUnderTest>): void {
  describe(`desk: ${name}`, () => {
    let under: DeskUnderTest;
    beforeEach(async () => {
      under = await open();
    });

    test('gets a ticket with the facts that an answer needs', async () => {
      expect(await under.desk.send(ticket, 'key-1')).toMatchObject({ type: 'sent' });
      const [message = ''] = under.received();
      expect(message.replaceAll(/\D/g, '')).toContain(ticket.reference);
      for (const fact of ['maya', 'شخص ما في حسابي', 'ar', 'rtl', 'maya@example.com']) expect(message).toContain(fact);
    });

    test('has a message once that was sent twice under one key', async () => {
      await under.desk.send(ticket, 'key-1');
      expect(await under.desk.send(ticket, 'key-1')).toMatchObject({ type: 'sent' });
      expect(under.received()).toHaveLength(1);
    });

    test('tells what a visitor added from the ticket itself', async () => {
      await under.desk.send(ticket, 'key-1');
      await under.desk.send({ ...ticket, number: 2, fields: { message: 'more' } }, 'key-2');
      const [first, second] = under.received();
      expect(second).not.toBe(first);
      expect(second?.replaceAll(/\D/g, '')).toContain(ticket.reference);
    });

    test.each([
      ['silent', 'no-answer'],
      ['unavailable', 'unavailable'],
      ['too-fast', 'too-fast'],
      ['not-allowed', 'configuration'],
    ] as const)('that is %s is tried again', async (trouble, reason) => {
      under.trouble(trouble);
      expect(await under.desk.send(ticket, 'key-1')).toMatchObject({ type: 'retry', reason });
      expect(await under.desk.send(ticket, 'key-1')).toMatchObject({ type: 'sent' });
      expect(under.received()).toHaveLength(1);
    });

    test('that is asked to slow down says for how long', async () => {
      under.trouble('too-fast');
      expect(await under.desk.send(ticket, 'key-1')).toMatchObject({ afterSeconds: 7 });
    });

    test('that can never take the message is not asked again', async () => {
      under.trouble('refused');
      expect(await under.desk.send(ticket, 'key-1')).toEqual({ type: 'rejected', reason: 'refused' });
    });
  });
}

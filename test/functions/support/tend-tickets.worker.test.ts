/** What the schedule does, in the built Worker. */
import { expect, test } from 'vitest';
import { desks } from '../../../src/shared/contact-topics';
import { site as settings } from '../../../src/shared/site';
import { waitForMail } from '../../fakes/mailbox';
import { newVisitor } from '../../harness/accounts';
import { openForm } from '../../harness/contact';
import { eventually } from '../../harness/local-site';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/contact/other/';
const visitor = 'maya.new@example.com';

const tables = ['tickets', 'ticket_messages', 'ticket_dispatches'] as const;

const count = async (table: string) =>
  (await site.database.prepare(`SELECT count(*) AS count FROM ${table}`).first<{ count: number }>())?.count;

const undone = async () => count('ticket_dispatches WHERE done_at IS NULL');

test('e-mails that the queue lost go out again as the same e-mails, and old tickets are erased', async () => {
  const fields = { message: 'words of a person', email: visitor, ...(await openForm(site, FORM)) };
  const sent = await site.post(FORM, fields, { headers: newVisitor() });
  expect(sent.status).toBe(303);
  await waitForMail(site.resend, visitor);
  await waitForMail(site.resend, desks.support.address);
  await eventually('the record of both', async () => ((await undone()) === 0 ? true : undefined));

  await site.runSchedule();
  expect(site.events().filter(({ event }) => event === 'tickets.tended')).toEqual([]);

  await site.database.prepare('UPDATE ticket_dispatches SET done_at = NULL, touched_at = 0').run();
  await site.runSchedule();
  await eventually('the record of both', async () => ((await undone()) === 0 ? true : undefined));
  expect(site.events()).toContainEqual({ event: 'tickets.tended', requeued: 2, erased: 0 });
  expect(site.resend.inbox).toHaveLength(2);

  await site.passTime((settings.retentionDays.tickets + 1) * 86_400);
  await site.runSchedule();
  expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0]);
  expect(site.events()).toContainEqual({ event: 'tickets.tended', requeued: 0, erased: 1 });
});

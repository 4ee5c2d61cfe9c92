/** What the forms that reach a person withstand, as every form does. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ticketLimits } from '../../../src/shared/ticket-limits';
import { newVisitor } from '../../harness/accounts';
import { openForm } from '../../harness/contact';
import { testNetworkLimit, testOrigins, testShapes } from '../../harness/form-attacks';
import { useSite } from '../../harness/worker';

const site = useSite();
const FORM = '/en/contact/hacked/';
const answers = { email: 'maya.new@example.com', account: 'maya', message: 'Somebody is in my account.' };
let seed: Record<string, string>;

beforeAll(async () => {
  seed = await openForm(site, FORM);
});

const attacked = {
  site,
  path: FORM,
  field: 'account',
  fill: () => ({ ...answers, ...seed }),
  maxBytes: ticketLimits.BODY_MAX_BYTES,
  taken: async () => {
    const select = site.database.prepare('SELECT count(*) AS count FROM tickets');
    return (await select.first<{ count: number }>())?.count ?? 0;
  },
};

describe('a form of support', () => {
  testShapes(attacked);
  testOrigins(attacked);

  test('H6 leads where it always does, whatever ?next= says', async () => {
    const response = await site.post(`${FORM}?next=https://evil.example/`, attacked.fill(), { headers: newVisitor() });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/contact/sent/']);
    expect(await attacked.taken()).toBe(1);
  });

  testNetworkLimit(attacked);
});

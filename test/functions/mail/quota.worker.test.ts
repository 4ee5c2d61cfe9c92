/** A used-up quota, from the form to the mailbox, over a queue whose hours of waiting pass in seconds. */
import { expect, test } from 'vitest';
import { addressOf, RESET_PATH, startSiteUnderLoad } from '../../../scripts/bench/recovery/site-under-load';

test('G5 a used-up quota stops the tries, and once there is one again each mail goes out, once', async () => {
  await using site = await startSiteUnderLoad();
  const usernames = await site.addAccounts(3);
  site.resend.failNext(...usernames.map(() => ({ type: 'error', name: 'daily_quota_exceeded' }) as const));
  for (const identifier of usernames) expect((await site.post(RESET_PATH, { identifier })).status).toBe(303);
  site.deliver();
  await expect.poll(() => site.resend.attempts.length).toBe(3);
  const delayed = { event: 'mail.delayed', mail: 'reset', reason: 'quota', attempt: 1, afterSeconds: 1500 };
  await expect.poll(() => site.logs().map(({ message }) => JSON.parse(message))).toContainEqual(delayed);
  await site.queue.settle();
  expect(site.resend.attempts.map(({ outcome }) => outcome)).toEqual([
    ...Array(3).fill('daily_quota_exceeded'),
    ...Array(3).fill('sent'),
  ]);
  expect(site.resend.inbox.flatMap(({ to }) => to).toSorted()).toEqual(usernames.map(addressOf).toSorted());
}, 60_000);

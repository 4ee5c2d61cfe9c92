/** Dead letters on the real queues: the built Worker reads the dead-letter queue too, as after `npm run replay`. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResetJob } from '../../../functions/recovery/jobs';
import { BUILT_CONFIG, serveThrowawaySite, type ThrowawaySite } from '../../../scripts/local/throwaway-site';
import { requireTokenLink, waitForMail } from '../../fakes/mailbox';
import { type FakeResend, startFakeResend } from '../../fakes/resend';
import { addAccount } from '../../harness/accounts';

const CONFIG = BUILT_CONFIG.replace('.json', '.replay.json');
const DEAD = 'resets-dead';

let site: ThrowawaySite;
let resend: FakeResend;

beforeAll(async () => {
  const config = JSON.parse(readFileSync(BUILT_CONFIG, 'utf8')) as {
    queues: { producers: object[]; consumers: object[] };
  };
  config.queues.producers.push({ binding: 'DEAD', queue: DEAD });
  config.queues.consumers.push({ queue: DEAD, max_batch_timeout: 0 });
  writeFileSync(CONFIG, JSON.stringify(config));
  resend = await startFakeResend();
  const beside = { config: CONFIG, workers: [], bindings: {} };
  site = await serveThrowawaySite({ RESEND_BASE_URL: resend.url }, beside);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await resend.stop();
  rmSync(CONFIG);
});

const events = () => site.logs().flatMap(({ message }) => (/"event":"([\w.]+)"/.exec(message) ?? []).slice(1));

test('a job that was given up brings its mail, once, and its link works', async () => {
  const { ACCOUNTS, DEAD: dead } = (await site.environment()) as { ACCOUNTS: D1Database; DEAD: Queue };
  const account = await addAccount({ database: ACCOUNTS });
  const job: ResetJob = {
    type: 'reset',
    id: 'given-up',
    identifier: { kind: 'username', value: account.username },
    locale: 'en',
    requestedAt: Date.now() - 3_600_000,
  };
  await dead.send(job);
  await dead.send(job);
  const { pathname, search } = requireTokenLink(await waitForMail(resend, account.email));
  while (events().filter((name) => name === 'mail.sent').length < 2) await sleep(20);
  expect(resend.inbox).toHaveLength(1);
  expect(events().filter((name) => name === 'job.replayed')).toHaveLength(2);
  const opened = await fetch(`${site.origin}${pathname}${search}`, { redirect: 'manual' });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await (await fetch(`${site.origin}${pathname}`, { headers: { cookie } })).text()).toContain('name="password"');
});

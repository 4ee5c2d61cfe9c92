/** SIGKILL in the middle of resets: what was accepted becomes a mail. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inFlight } from './in-flight';
import { proveOneMailEach } from './mails';
import { join, type Proof } from './proof';
import { RESET_PATH, type SiteUnderLoad } from './site-under-load';

const AT_A_TIME = 8;
const PRESS_AGAIN_MILLISECONDS = 250;

export async function proveCrashesLoseNothing(site: SiteUnderLoad, resets: number, crashes: number): Promise<Proof> {
  const usernames = await site.addAccounts(resets);
  site.resend.clear();
  const before = { ...site.queue.counts };
  const crashed: Promise<void>[] = [];
  let accepted = 0;
  let failed = 0;
  await inFlight(usernames, AT_A_TIME, async (identifier) => {
    failed += await pressUntilAccepted(site, identifier);
    accepted += 1;
    if (crashed.length < crashes && accepted >= ((crashed.length + 1) * resets) / (crashes + 1))
      crashed.push(site.crash());
  });
  await Promise.all(crashed);
  await site.queue.settle();
  const title = `The Worker killed by SIGKILL ${crashes} times in the middle of ${resets} resets, and restarted`;
  const lost = site.queue.counts.interrupted - before.interrupted;
  const lines = [`    ${failed} requests had no answer and were sent again; ${lost} jobs died with their consumer`];
  return join(proveOneMailEach(site, title, usernames), { lines, problems: [] });
}

/** As a visitor does who sees no answer: the same form, and so the same nonce, once more. @returns How often there was none. */
async function pressUntilAccepted(site: SiteUnderLoad, identifier: string): Promise<number> {
  const request = randomUUID();
  for (let failed = 0; ; failed += 1) {
    const status = await site.post(RESET_PATH, { identifier, request }).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 303) return failed;
    await sleep(PRESS_AGAIN_MILLISECONDS);
  }
}

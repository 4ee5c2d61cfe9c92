/** Many requests for one identifier at once: exactly as many are admitted as the limit says. */
import { limits } from '../../../src/shared/limits';
import { inFlight, range } from './in-flight';
import { exactly, join, type Proof } from './proof';
import { PARALLEL, RESET_PATH, type SiteUnderLoad } from './site-under-load';

export async function proveExactLimit(site: SiteUnderLoad, requests: number): Promise<Proof> {
  const [identifier = ''] = await site.addAccounts(1);
  const { accepted } = site.queue.counts;
  const answers = await inFlight(range(requests), PARALLEL, () => site.post(RESET_PATH, { identifier }));
  await site.queue.settle();
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  return join(
    exactly(
      `${requests.toLocaleString('en')} requests for one identifier at once: admitted`,
      count(303),
      limits.REQUESTS_BEFORE_LOCK,
    ),
    exactly('  told when the lock ends', count(429), requests - limits.REQUESTS_BEFORE_LOCK),
    exactly('  jobs in the queue', site.queue.counts.accepted - accepted, limits.REQUESTS_BEFORE_LOCK),
  );
}

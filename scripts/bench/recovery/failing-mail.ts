/** A mail provider that fails in four ways: every mail goes out, and none twice. */
import type { Failure } from '../../../test/fakes/failure-plan';
import { inFlight } from './in-flight';
import { proveOneMailEach } from './mails';
import { join, type Proof } from './proof';
import { PARALLEL, RESET_PATH, type SiteUnderLoad } from './site-under-load';

/** A clean refusal, the provider's fault, a lost answer, no answer; what is lost may have gone out or not. */
const failures: readonly Failure[] = [
  { type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 1 },
  { type: 'error', name: 'internal_server_error' },
  { type: 'drop', accepts: true },
  { type: 'hang', accepts: true },
];

/** What takes as long as the mailer's time-out is left out of a quick run. */
const quickFailures: readonly Failure[] = failures.map((failure) =>
  failure.type === 'hang' ? { type: 'html', accepts: true } : failure,
);

export const FAILURE_RATE = 0.3;

export function failuresFor(isQuick: boolean): readonly Failure[] {
  return isQuick ? quickFailures : failures;
}

export async function proveMailSurvivesFailures(
  site: SiteUnderLoad,
  resets: number,
  { isQuick }: { readonly isQuick: boolean },
): Promise<Proof> {
  const usernames = await site.addAccounts(resets);
  site.resend.clear();
  const before = { ...site.queue.counts };
  site.resend.failAtRandom({ seed: resets, rate: FAILURE_RATE, failures: failuresFor(isQuick) });
  await inFlight(usernames, PARALLEL, (identifier) => site.post(RESET_PATH, { identifier }));
  await site.queue.settle();
  site.resend.failAtRandom(undefined);
  const title = `The provider fails ${FAILURE_RATE * 100} % of the time in ${failures.length} ways, ${resets.toLocaleString('en')} resets`;
  const { retried, echoed, dead } = site.queue.counts;
  const lines = [
    `    ${site.resend.attempts.length} tries; the queue postponed ${retried - before.retried}, delivered ${echoed - before.echoed} twice and gave up ${dead - before.dead}`,
    `    ${countOutcomes(site)}`,
  ];
  return join(proveOneMailEach(site, title, usernames), { lines, problems: [] });
}

function countOutcomes({ resend }: SiteUnderLoad): string {
  const counts = Map.groupBy(resend.attempts, ({ outcome }) => outcome);
  return [...counts].map(([outcome, { length }]) => `${outcome} ${length}`).join(', ');
}

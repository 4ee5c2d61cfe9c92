/** Tells somebody who asked for a reset that they sign in with their company. */
import { deliver, retryLater, skip } from '../delivery/deliver';
import type { ResetJob } from './jobs';
import type { Addressed, MailLinkDependencies } from './mail-link';
import { allowMessage } from './open-link';
import type { Delivery } from './ports';

/**
 * Counts against the account's mail cap as a link does, and opens nothing. Delivered again, the same job makes the same mail.
 *
 * @param attempt Which delivery of the job this is, from 1.
 */
export async function tellFederated(
  deps: MailLinkDependencies,
  job: Pick<ResetJob, 'id' | 'locale' | 'requestedAt' | 'whereabouts'>,
  { ref, username, displayName, email }: Addressed,
  attempt: number,
): Promise<Delivery> {
  const { report } = deps;
  const allowed = await allowMessage(deps, { job, ref });
  if (allowed.type === 'failed') return retryLater(report, allowed.part, allowed.during, attempt);
  if (allowed.type === 'skipped') return skip(report, 'federated', allowed.reason);
  const { id, locale, requestedAt, whereabouts } = job;
  const mail = await deps.render.federated({ locale, account: { username, displayName }, requestedAt, whereabouts });
  return deliver(deps, { type: 'federated', mail, to: email, idempotencyKey: id, attempt });
}

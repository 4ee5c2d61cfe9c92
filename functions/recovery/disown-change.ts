/** "This was not me": what the button in a notice does. Nothing here asks whether an account exists. */
import { type LinkProblem, limits } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import type { Operation, Part } from '../events';
import { findEntry } from './find-entry';
import type { ClosedLink, LinkState } from './inspect-link';
import type { Clock, Gate, JobQueue, NoticeStore, Report } from './ports';
import type { StoredNotice } from './stored-notice';
import type { RecoveryKeys } from './tokens';
import type { Whereabouts } from './whereabouts';

export interface DisownChangeDependencies {
  readonly notices: NoticeStore;
  readonly gate: Gate;
  readonly queue: JobQueue;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly report: Report;
}

export interface DisownRequest {
  /** The token in the visitor's cookie. */
  readonly token: string;
  /** The flow in the form. A form of another notice than the cookie's does nothing. */
  readonly flow: string;
  readonly locale: Locale;
  /** For the mail. */
  readonly whereabouts?: Whereabouts;
}

/** `secured`: the old links are void, and what else must be done is in the queue. */
export type DisownResult = { readonly type: 'secured' } | ClosedLink;

/** A notice that still works. */
interface FoundNotice {
  readonly type: 'found';
  readonly notice: StoredNotice;
  /** Goes into the form. */
  readonly flow: string;
}

/** Whether the button of a notice still works. Only reads: mail scanners open links too. */
export async function inspectNotice(deps: DisownChangeDependencies, text: string): Promise<LinkState> {
  const found = await findNotice(deps, text);
  if (found.type === 'closed') return found;
  deps.report({ event: 'notice.opened' });
  return { type: 'open', flow: found.flow };
}

/**
 * Voids every link of the account, and leaves to the queue that its sessions end and that its owner is mailed a new link.
 * Pressed twice within the lifetime of a link, the button asks for the same link; later, for a new one.
 */
export async function disownChange(deps: DisownChangeDependencies, request: DisownRequest): Promise<DisownResult> {
  const found = await findNotice(deps, request.token);
  if (found.type === 'closed') return found;
  if (found.flow !== request.flow) return close(deps, 'link-unknown');
  const { account: accountRef, notice } = found.notice;
  const jobId = `secure-${notice}-${Math.floor(deps.clock.now() / (limits.LINK_SECONDS * 1000))}`;
  const key = { account: await deps.keys.accountKey(accountRef), flow: await deps.keys.flowId(jobId) };
  const replacement = await deps.gate.replaceAll(key).catch(() => undefined);
  if (replacement === undefined) return fail(deps, 'gate', 'replace');
  const { locale, whereabouts } = request;
  try {
    await deps.queue.send({ type: 'sessions', id: `sessions-${jobId}`, accountRef });
    const { askedAt: requestedAt } = replacement;
    await deps.queue.send({ type: 'secure', id: jobId, accountRef, locale, requestedAt, whereabouts });
  } catch {
    return fail(deps, 'queue', 'enqueue');
  }
  deps.report({ event: 'notice.disowned', locale });
  return { type: 'secured' };
}

async function findNotice(deps: DisownChangeDependencies, text: string): Promise<FoundNotice | ClosedLink> {
  const found = await findEntry(deps.notices.find, deps.clock, text);
  if (found.type === 'failed') return fail(deps, 'notice-store', 'read-notice');
  if (found.type !== 'found') return close(deps, `link-${found.type}`);
  const notice = found.entry;
  return { type: 'found', notice, flow: await deps.keys.flowId(`secure-${notice.notice}`) };
}

function close({ report }: DisownChangeDependencies, problem: LinkProblem): ClosedLink {
  report({ event: 'notice.closed', problem });
  return { type: 'closed', problem };
}

function fail({ report }: DisownChangeDependencies, part: Part, during: Operation): ClosedLink {
  report({ event: 'part.failed', part, during });
  return { type: 'closed', problem: 'unavailable' };
}

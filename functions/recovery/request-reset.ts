/** The web request's half of a reset. It never learns whether an account exists. */
import { type IdentifierProblem, limits } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { addressToGroup } from './address';
import { type Identifier, parseIdentifier } from './identifiers';
import type { BurstLimit, Clock, Gate, JobQueue, LockStore, Report } from './ports';
import { nonceToKey, type RecoveryKeys } from './tokens';
import type { Whereabouts } from './whereabouts';

export interface RequestResetDependencies {
  readonly burst: BurstLimit;
  readonly locks: LockStore;
  readonly gate: Gate;
  readonly queue: JobQueue;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly report: Report;
}

export interface ResetRequest {
  /** What the visitor typed. */
  readonly identifier: string;
  /** The form's nonce: a double click sends it twice. */
  readonly nonce?: string;
  /** The sender's address as the platform saw it, never as a header of the sender says. */
  readonly address: string | null;
  readonly locale: Locale;
  /** For the mail. */
  readonly whereabouts?: Whereabouts;
}

export type ResetOutcome =
  | { readonly type: 'accepted' }
  | { readonly type: 'invalid'; readonly problem: IdentifierProblem }
  /** Milliseconds since the epoch. */
  | { readonly type: 'locked'; readonly until: number }
  | { readonly type: 'burst' }
  | { readonly type: 'unavailable' };

/**
 * Validates, counts and enqueues. The calls it awaits are the same whether or not an account exists (OWASP, Forgot
 * Password Cheat Sheet). Nothing is queued unless the gate has admitted the request; what was accepted is in the queue.
 */
export async function requestReset(deps: RequestResetDependencies, request: ResetRequest): Promise<ResetOutcome> {
  const { locale } = request;
  const parsed = parseIdentifier(request.identifier);
  if (parsed.type === 'invalid') {
    deps.report({ event: 'reset.invalid', problem: parsed.problem, locale });
    return { type: 'invalid', problem: parsed.problem };
  }
  if (!(await isWithinBurst(deps, request.address))) {
    deps.report({ event: 'reset.burst', locale });
    return { type: 'burst' };
  }
  const identifierKey = await deps.keys.identifierKey(parsed.identifier);
  const until = await findLock(deps, identifierKey);
  if (until !== undefined) {
    deps.report({ event: 'reset.locked', by: 'lock-store', locale });
    return { type: 'locked', until };
  }
  return admit(deps, request, parsed.identifier, identifierKey);
}

/** The burst limit is a convenience of the platform: when it fails, the gate still counts. */
async function isWithinBurst({ burst, report }: RequestResetDependencies, address: string | null): Promise<boolean> {
  try {
    return await burst.allows(`reset|${addressToGroup(address)}`);
  } catch {
    report({ event: 'part.failed', part: 'burst-limit', during: 'count-address' });
    return true;
  }
}

/** A lock that holds now. An entry that ended, or reaches further than a lock can, is no lock. */
async function findLock(
  { locks, clock, report }: RequestResetDependencies,
  identifierKey: string,
): Promise<number | undefined> {
  try {
    const until = await locks.find(identifierKey);
    const left = (until ?? 0) - clock.now();
    return left > 0 && left <= limits.LOCK_SECONDS * 1000 ? until : undefined;
  } catch {
    report({ event: 'part.failed', part: 'lock-store', during: 'read-lock' });
    return undefined;
  }
}

async function admit(
  deps: RequestResetDependencies,
  { nonce, locale, whereabouts }: ResetRequest,
  identifier: Identifier,
  identifierKey: string,
): Promise<ResetOutcome> {
  const requestKey = await nonceToKey(nonce ?? crypto.randomUUID());
  const verdict = await deps.gate.admit({ identifier: identifierKey, request: requestKey }).catch(() => undefined);
  if (verdict === undefined) return unavailable(deps, 'gate', 'admit');
  if (verdict.type === 'locked') {
    if (verdict.isNew) await rememberLock(deps, identifierKey, verdict.until);
    deps.report({ event: 'reset.locked', by: 'gate', locale });
    return { type: 'locked', until: verdict.until };
  }
  const id = await deps.keys.jobId(identifierKey, requestKey, verdict.admittedAt);
  try {
    await deps.queue.send({ type: 'reset', id, identifier, locale, requestedAt: verdict.admittedAt, whereabouts });
  } catch {
    return unavailable(deps, 'queue', 'enqueue');
  }
  deps.report({ event: 'reset.admitted', kind: identifier.kind, repeated: verdict.repeated, locale });
  return { type: 'accepted' };
}

/** The gate keeps the lock by itself; the copy only saves it the visits. */
async function rememberLock(
  { locks, report }: RequestResetDependencies,
  identifierKey: string,
  until: number,
): Promise<void> {
  try {
    await locks.put(identifierKey, until);
  } catch {
    report({ event: 'part.failed', part: 'lock-store', during: 'write-lock' });
  }
}

function unavailable(
  { report }: RequestResetDependencies,
  part: 'gate' | 'queue',
  during: 'admit' | 'enqueue',
): ResetOutcome {
  report({ event: 'part.failed', part, during });
  return { type: 'unavailable' };
}

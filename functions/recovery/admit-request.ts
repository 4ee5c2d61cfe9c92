/** The limits that every request about an identifier passes: burst limit, lock, gate. */
import { limits } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { type BurstLimit, isWithinBurst, type LimitedForm } from '../limits/burst';
import type { AdmittedKey } from './gate-port';
import type { Identifier } from './identifiers';
import type { Clock, Gate, LockStore, Report } from './ports';
import { nonceToKey, type RecoveryKeys } from './tokens';

export interface AdmitDependencies {
  readonly burst: BurstLimit;
  readonly locks: LockStore;
  readonly gate: Gate;
  readonly keys: RecoveryKeys;
  readonly clock: Clock;
  readonly report: Report;
}

export interface AskedFor {
  readonly identifier: Identifier;
  readonly nonce: string;
  readonly address: string | null;
  readonly locale: Locale;
}

export type Refusal =
  /** Milliseconds since the epoch. */
  { readonly type: 'locked'; readonly until: number } | { readonly type: 'burst' } | { readonly type: 'unavailable' };

export type Admittance = { readonly type: 'admitted'; readonly key: AdmittedKey; readonly repeated: boolean } | Refusal;

/** Counts, then decides. What is awaited is the same whether or not an account exists. */
export async function admitRequest(deps: AdmitDependencies, form: LimitedForm, asked: AskedFor): Promise<Admittance> {
  const { locale } = asked;
  if (!(await isWithinBurst(deps, form, asked.address))) return { type: 'burst' };
  const identifierKey = await deps.keys.identifierKey(asked.identifier);
  const until = await findLock(deps, identifierKey);
  if (until !== undefined) {
    deps.report({ event: 'reset.locked', by: 'lock-store', locale });
    return { type: 'locked', until };
  }
  return admit(deps, asked, identifierKey);
}

/** A lock that holds now. An entry that ended, or reaches further than a lock can, is no lock. */
async function findLock(
  { locks, clock, report }: AdmitDependencies,
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

async function admit(deps: AdmitDependencies, { nonce, locale }: AskedFor, identifier: string): Promise<Admittance> {
  const request = await nonceToKey(nonce);
  const verdict = await deps.gate.admit({ identifier, request }).catch(() => undefined);
  if (verdict === undefined) {
    deps.report({ event: 'part.failed', part: 'gate', during: 'admit' });
    return { type: 'unavailable' };
  }
  if (verdict.type === 'locked') {
    if (verdict.isNew) await rememberLock(deps, identifier, verdict.until);
    deps.report({ event: 'reset.locked', by: 'gate', locale });
    return { type: 'locked', until: verdict.until };
  }
  const { admittedAt, repeated } = verdict;
  return { type: 'admitted', key: { identifier, request, admittedAt }, repeated };
}

/** The gate keeps the lock by itself; the copy only saves it the visits. */
async function rememberLock({ locks, report }: AdmitDependencies, identifierKey: string, until: number): Promise<void> {
  try {
    await locks.put(identifierKey, until);
  } catch {
    report({ event: 'part.failed', part: 'lock-store', during: 'write-lock' });
  }
}

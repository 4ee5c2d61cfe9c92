/** The web request's half of a reset. It never learns whether an account exists. */
import type { CountryCode } from '../../src/shared/countries';
import type { IdentifierProblem } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { type AdmitDependencies, admitRequest, type Refusal } from './admit-request';
import type { AdmittedKey } from './gate-port';
import type { RecoveryJob } from './jobs';
import type { JobQueue } from './ports';
import type { Seal } from './seal';
import { type NamedAccount, readIdentifier } from './typed-identifier';
import type { Whereabouts } from './whereabouts';

export interface RequestResetDependencies extends AdmitDependencies {
  readonly queue: JobQueue;
  readonly seal: Seal;
  /** Whether text messages can be sent. */
  readonly offersPhone: boolean;
}

export interface ResetRequest {
  /** What the visitor typed. */
  readonly identifier: string;
  /** Whose national numbers are meant. */
  readonly country: CountryCode;
  /** The form's nonce: a double click sends it twice. */
  readonly nonce?: string;
  /** The sender's address as the platform saw it, never as a header of the sender says. */
  readonly address: string | null;
  readonly locale: Locale;
  /** For the mail. */
  readonly whereabouts?: Whereabouts;
}

/** `pending`: a number was asked for; the sealed request, for the page where its code is entered. */
export type ResetOutcome =
  | { readonly type: 'accepted'; readonly pending?: string }
  | { readonly type: 'invalid'; readonly problem: IdentifierProblem }
  | Refusal;

/**
 * Validates, counts and enqueues. The calls it awaits are the same whether or not an account exists (OWASP, Forgot
 * Password Cheat Sheet). Nothing is queued unless the gate has admitted the request; what was accepted is in the queue.
 */
export async function requestReset(deps: RequestResetDependencies, request: ResetRequest): Promise<ResetOutcome> {
  const { identifier: text, country, nonce = crypto.randomUUID(), address, locale } = request;
  deps.report({ event: 'reset.requested', locale });
  const read = readIdentifier({ text, country, offersPhone: deps.offersPhone });
  if (read.type === 'invalid') {
    deps.report({ event: 'reset.refused', problem: read.problem, locale });
    return { type: 'invalid', problem: read.problem };
  }
  const { identifier } = read;
  const admittance = await admitRequest(deps, 'reset', { identifier, nonce, address, locale });
  if (admittance.type !== 'admitted') return admittance;
  const { key, repeated } = admittance;
  try {
    await deps.queue.send(await toJob(deps, request, read, key));
  } catch {
    deps.report({ event: 'part.failed', part: 'queue', during: 'enqueue' });
    return { type: 'unavailable' };
  }
  deps.report({ event: 'reset.admitted', kind: identifier.kind, repeated, locale });
  if (identifier.kind !== 'phone') return { type: 'accepted' };
  return { type: 'accepted', pending: await deps.seal.close({ text, country, nonce, admittedAt: key.admittedAt }) };
}

async function toJob(
  { keys }: RequestResetDependencies,
  { locale, whereabouts }: ResetRequest,
  { identifier, alternative }: NamedAccount,
  key: AdmittedKey,
): Promise<RecoveryJob> {
  const id = await keys.jobId(key.identifier, key.request, key.admittedAt);
  const facts = { id, identifier, locale, requestedAt: key.admittedAt, whereabouts };
  return identifier.kind === 'phone'
    ? { type: 'code', ...facts, request: key.request, alternative }
    : { type: 'reset', ...facts };
}

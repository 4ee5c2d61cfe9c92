/** The page where the code of a text message is entered. It never learns whether an account exists, short of the right code. */
import type { CountryCode } from '../../src/shared/countries';
import type { CodeProblem, FormProblem, PendingView } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { isWithinBurst } from '../limits/burst';
import { type AdmitDependencies, admitRequest } from './admit-request';
import { type Codes, readCode } from './codes';
import type { AdmittedKey, CodeTry } from './gate-port';
import type { Identifier } from './identifiers';
import { formatNumber } from './phone-number';
import type { PendingRequest, Seal } from './seal';
import { nonceToKey } from './tokens';
import { readIdentifier } from './typed-identifier';

export interface EnterCodeDependencies extends AdmitDependencies {
  readonly codes: Codes;
  readonly seal: Seal;
}

export interface CodeEntry {
  /** What was typed or pasted for the code. */
  readonly code: string;
  /** The sealed request, where the visitor's browser has kept it. */
  readonly pending?: string;
  /** What was typed for the number, where it has not. */
  readonly identifier?: string;
  readonly country: CountryCode;
  readonly nonce?: string;
  /** The sender's address as the platform saw it. */
  readonly address: string | null;
  readonly locale: Locale;
}

export type CodeResult =
  /** The token of the link that the code opens, and its flow. */
  | { readonly type: 'matched'; readonly token: string; readonly flow: string }
  | {
      readonly type: 'refused';
      readonly problems: readonly FormProblem[];
      readonly triesLeft?: number;
      /** What the page may show of the request; without it the number is asked for again. */
      readonly pending?: PendingView;
    }
  /** Milliseconds since the epoch. */
  | { readonly type: 'locked'; readonly until: number };

/** A request that was opened, or admitted just now. */
interface Pending {
  readonly request: PendingRequest;
  readonly identifier: Identifier;
  readonly canBeUsername: boolean;
}

/** What the page may show of the sealed request; undefined for none. */
export async function findPending(deps: EnterCodeDependencies, sealed: string): Promise<PendingView | undefined> {
  const pending = await openPending(deps, sealed);
  return pending && viewOf(pending, sealed);
}

/**
 * Counts a try, then compares. The tries are those of the visitor's own request. Who comes without one, from another device
 * or with a browser that keeps nothing, names the number, and that counts as a request for it: nobody can try without limit.
 */
export async function enterCode(deps: EnterCodeDependencies, entry: CodeEntry): Promise<CodeResult> {
  const { pending: sealed, address } = entry;
  const pending = sealed === undefined ? undefined : await openPending(deps, sealed);
  if (sealed === undefined || pending === undefined) return enterElsewhere(deps, entry);
  const view = viewOf(pending, sealed);
  const code = readEntry(entry.code);
  if (code.type === 'invalid') return { type: 'refused', problems: [code.problem], pending: view };
  if (!(await isWithinBurst(deps, 'code', address))) return { type: 'refused', problems: ['burst'], pending: view };
  const { nonce, admittedAt } = pending.request;
  const identifier = await deps.keys.identifierKey(pending.identifier);
  return tryCode(deps, { identifier, request: await nonceToKey(nonce), admittedAt }, code.digits, view);
}

async function enterElsewhere(deps: EnterCodeDependencies, entry: CodeEntry): Promise<CodeResult> {
  const { identifier: text = '', country, nonce = crypto.randomUUID(), address, locale } = entry;
  const read = readIdentifier({ text, country, offersPhone: true });
  const code = readEntry(entry.code);
  if (read.type === 'invalid' || read.identifier.kind !== 'phone' || code.type === 'invalid') {
    const hasNumber = read.type === 'ok' && read.identifier.kind === 'phone';
    const problems = [
      hasNumber ? [] : ['identifier-phone-needed' as const],
      code.type === 'invalid' ? [code.problem] : [],
    ];
    return { type: 'refused', problems: problems.flat() };
  }
  const { identifier } = read;
  const admittance = await admitRequest(deps, 'code', { identifier, nonce, address, locale });
  if (admittance.type === 'locked') return admittance;
  if (admittance.type !== 'admitted') return { type: 'refused', problems: [admittance.type] };
  const { key } = admittance;
  const request = { text, country, nonce, admittedAt: key.admittedAt };
  const pending = { request, identifier, canBeUsername: read.alternative !== undefined };
  return tryCode(deps, key, code.digits, viewOf(pending, await deps.seal.close(request)));
}

async function tryCode(
  deps: EnterCodeDependencies,
  key: AdmittedKey,
  code: string,
  pending: PendingView,
): Promise<CodeResult> {
  const codeKey = await deps.codes.codeKey(key.identifier, code);
  const result = await deps.gate.tryCode(key, codeKey).catch(() => undefined);
  if (result === undefined) {
    deps.report({ event: 'part.failed', part: 'gate', during: 'try-code' });
    return { type: 'refused', problems: ['unavailable'], pending };
  }
  deps.report({ event: 'code.tried', result: result.type });
  if (result.type !== 'match') return { type: 'refused', ...refusalOf(result), pending };
  const jobId = await deps.keys.jobId(key.identifier, result.request, result.admittedAt);
  return { type: 'matched', token: await deps.keys.token(jobId), flow: await deps.keys.flowId(jobId) };
}

function refusalOf(result: Exclude<CodeTry, { readonly type: 'match' }>) {
  if (result.type === 'expired') return { problems: ['code-expired'] } as const;
  if (result.type === 'exhausted' || result.triesLeft === 0) return { problems: ['code-exhausted'] } as const;
  return { problems: ['code-wrong'], triesLeft: result.triesLeft } as const;
}

type ReadEntry =
  | { readonly type: 'ok'; readonly digits: string }
  | { readonly type: 'invalid'; readonly problem: CodeProblem };

function readEntry(text: string): ReadEntry {
  const digits = readCode(text);
  if (digits !== undefined) return { type: 'ok', digits };
  return { type: 'invalid', problem: text.trim() === '' ? 'code-missing' : 'code-malformed' };
}

async function openPending({ seal }: EnterCodeDependencies, sealed: string): Promise<Pending | undefined> {
  const request = await seal.open(sealed);
  const read = request && readIdentifier({ ...request, offersPhone: true });
  if (request === undefined || read?.type !== 'ok' || read.identifier.kind !== 'phone') return undefined;
  return { request, identifier: read.identifier, canBeUsername: read.alternative !== undefined };
}

function viewOf({ request, identifier, canBeUsername }: Pending, sealed: string): PendingView {
  const { text: typed, country, nonce } = request;
  return { typed, country, request: nonce, number: formatNumber(identifier.value), canBeUsername, sealed };
}

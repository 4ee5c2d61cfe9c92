/** Changes the password with a mailed link, once. */
import type { PasswordProblem } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { site } from '../../src/shared/site';
import type { Account, AccountSystem } from '../accounts/port';
import type { Operation, Part } from '../events';
import {
  type ClosedLink,
  closeLink,
  type FoundLink,
  findLink,
  type InspectLinkDependencies,
  problemOfFlow,
} from './inspect-link';
import type { JudgePassword } from './passwords';
import type { BreachList, JobQueue } from './ports';
import type { Whereabouts } from './whereabouts';

/** How long one redemption may hold the link: longer than any adapter waits for its account system. */
export const LEASE_SECONDS = 60;

/** A password that was set must be remembered; after so many tries the link's entry is removed instead. */
const COMMIT_TRIES = 3;

export interface RedeemDependencies extends InspectLinkDependencies {
  readonly accounts: AccountSystem;
  readonly judgePassword: JudgePassword;
  readonly queue: JobQueue;
  /** Present where the operator has switched it on. */
  readonly breaches?: BreachList;
}

export interface RedeemRequest {
  /** The token in the visitor's cookie. */
  readonly token: string;
  /** The flow in the form. A form of another link than the cookie's changes nothing. */
  readonly flow: string;
  readonly password: string;
  readonly locale: Locale;
  /** For the notice. */
  readonly whereabouts?: Whereabouts;
}

export type RedeemResult =
  | { readonly type: 'changed' }
  /** The link still works. */
  | { readonly type: 'refused'; readonly problems: readonly PasswordProblem[] }
  /** `link-busy`: another redemption of this link is on its way. */
  | ClosedLink;

const unavailable: ClosedLink = { type: 'closed', problem: 'unavailable' };

/** No password is set without a reservation, and a reservation calls the account system once at most. */
export async function redeem(deps: RedeemDependencies, request: RedeemRequest): Promise<RedeemResult> {
  const link = await findLink(deps, request.token);
  if (link.type === 'closed') return link;
  if (link.entry.flow !== request.flow) return closeLink(deps, 'link-unknown');
  const reservation = await settle(deps, 'gate', 'reserve', () => deps.gate.reserve(link.key, LEASE_SECONDS));
  if (reservation === undefined) return unavailable;
  if (reservation.type === 'busy') return closeLink(deps, 'link-busy');
  if (reservation.type !== 'reserved') return closeLink(deps, problemOfFlow[reservation.type]);
  const { lease } = reservation;
  const result = await changePassword(deps, link, request, lease);
  if (result.type === 'changed') await finish(deps, link, request, lease);
  else await settle(deps, 'gate', 'release', () => deps.gate.release(link.key, lease));
  return result;
}

/** The lease is the idempotency key: one reservation applies once; the next one, maybe with another password, applies again. */
async function changePassword(
  deps: RedeemDependencies,
  { entry }: FoundLink,
  { password }: RedeemRequest,
  lease: string,
): Promise<RedeemResult> {
  const { accounts } = deps;
  const found = await settle(deps, 'account-system', 'find-account', async () => [await accounts.find(entry.account)]);
  if (found === undefined) return unavailable;
  const [account] = found;
  if (account?.status !== 'active') return closeLink(deps, 'link-unknown');
  const problems = await judge(deps, password, account);
  if (problems.length > 0) return refuse(deps, problems);
  const result = await settle(deps, 'account-system', 'set-password', () =>
    accounts.setPassword(entry.account, password, lease),
  );
  if (result === undefined) return unavailable;
  if (result.type === 'gone') return closeLink(deps, 'link-unknown');
  return result.type === 'refused' ? refuse(deps, result.problems) : result;
}

/** The breach list is a help, not a wall: when it does not answer, the password is accepted. */
async function judge(deps: RedeemDependencies, password: string, { username, email }: Account) {
  const problems = deps.judgePassword(password, { brand: site.brand, username, email });
  const { breaches } = deps;
  if (problems.length > 0 || breaches === undefined) return problems;
  const isBreached = await settle(deps, 'breach-list', 'judge-password', () => breaches.includes(password));
  return isBreached === true ? (['password-breached'] as const) : [];
}

/** The password is set: what fails from here on is reported, and the answer stays true. */
async function finish(
  deps: RedeemDependencies,
  link: FoundLink,
  { locale, whereabouts }: RedeemRequest,
  lease: string,
): Promise<void> {
  const { account: accountRef } = link.entry;
  const changedAt = deps.clock.now();
  deps.report({ event: 'link.redeemed', locale });
  await commit(deps, link, lease);
  if (deps.accounts.capabilities.endSessions) {
    await endSessions(deps, accountRef, lease);
  }
  const notice = { type: 'notice', id: `notice-${lease}`, accountRef, locale, changedAt, whereabouts } as const;
  await settle(deps, 'queue', 'enqueue', () => deps.queue.send(notice));
}

/** At once; where the account system does not answer, the queue sees to it. */
async function endSessions(deps: RedeemDependencies, accountRef: string, lease: string): Promise<void> {
  const hasEnded = await settle(deps, 'account-system', 'end-sessions', async () => {
    await deps.accounts.endSessions(accountRef);
    return true;
  });
  if (hasEnded) return;
  const job = { type: 'sessions', id: `sessions-${lease}`, accountRef } as const;
  await settle(deps, 'queue', 'enqueue', () => deps.queue.send(job));
}

async function commit(deps: RedeemDependencies, { key, tokenKey }: FoundLink, lease: string): Promise<void> {
  for (let tries = 0; tries < COMMIT_TRIES; tries += 1) {
    const commitment = await settle(deps, 'gate', 'commit', () => deps.gate.commit(key, lease));
    if (commitment?.type === 'lost') deps.report({ event: 'commit.lost' });
    if (commitment !== undefined) return;
  }
  await settle(deps, 'token-store', 'remove-token', () => deps.tokens.remove(tokenKey));
}

function refuse({ report }: RedeemDependencies, problems: readonly PasswordProblem[]): RedeemResult {
  report({ event: 'password.refused', problems });
  return { type: 'refused', problems };
}

/** What the part answered; undefined, and an event, when it failed. */
async function settle<Answer>(
  { report }: RedeemDependencies,
  part: Part,
  during: Operation,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch {
    report({ event: 'part.failed', part, during });
    return undefined;
  }
}

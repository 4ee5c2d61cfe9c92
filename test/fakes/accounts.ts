/** An account system in memory that fails on command and remembers what it was asked. */
import { type Account, type AccountSystem, AccountsError, type SetPasswordResult } from '../../functions/accounts/port';
import type { Identifier } from '../../functions/recovery/identifiers';
import { parseIdentifier } from '../../functions/recovery/identifiers';

export interface FakeAccounts extends AccountSystem {
  /** The names of the calls, in order. */
  readonly calls: string[];
  passwordOf(ref: string): string | undefined;
  hasEndedSessions(ref: string): boolean;
  /** The next calls of this name throw until `work` is called. */
  fail(call: Call): void;
  work(): void;
  /** The account system's own word on the next passwords. */
  answerSetPassword(answer: SetPasswordResult | undefined): void;
  /** Makes `setPassword` wait for this. */
  holdSetPassword(until: Promise<unknown>): void;
  change(ref: string, facts: Partial<Account>): void;
  remove(ref: string): void;
}

type Call = 'resolve' | 'find' | 'setPassword' | 'endSessions';

export function createFakeAccounts(initial: readonly Account[]): FakeAccounts {
  const accounts = new Map(initial.map((account) => [account.ref, account]));
  const passwords = new Map<string, string>();
  const applied = new Set<string>();
  const ended = new Set<string>();
  const failing = new Set<Call>();
  const calls: string[] = [];
  let answer: SetPasswordResult | undefined;
  let hold: Promise<unknown> | undefined;
  const begin = (call: Call) => {
    calls.push(call);
    if (failing.has(call)) throw new AccountsError('unavailable');
  };
  return {
    capabilities: { phone: true, endSessions: true },
    calls,
    async resolve(identifier) {
      begin('resolve');
      const found = [...accounts.values()].filter((account) => isNamedBy(account, identifier));
      return found.length === 1 ? found[0] : undefined;
    },
    async find(ref) {
      begin('find');
      return accounts.get(ref);
    },
    async setPassword(ref, password, idempotencyKey) {
      begin('setPassword');
      await hold;
      if (answer) return answer;
      if (accounts.get(ref)?.status !== 'active') return { type: 'gone' };
      if (!applied.has(idempotencyKey)) passwords.set(ref, password);
      applied.add(idempotencyKey);
      return { type: 'changed' };
    },
    async endSessions(ref) {
      begin('endSessions');
      ended.add(ref);
    },
    passwordOf: (ref) => passwords.get(ref),
    hasEndedSessions: (ref) => ended.has(ref),
    fail: (call) => failing.add(call),
    work: () => failing.clear(),
    answerSetPassword: (given) => {
      answer = given;
    },
    holdSetPassword: (until) => {
      hold = until;
    },
    change: (ref, facts) => accounts.set(ref, { ...(accounts.get(ref) as Account), ...facts }),
    remove: (ref) => accounts.delete(ref),
  };
}

function isNamedBy(account: Account, { kind, value }: Identifier): boolean {
  const stored = account[kind];
  if (stored === undefined || kind === 'phone') return stored === value;
  const canonical = parseIdentifier(stored);
  return canonical.type === 'ok' && canonical.identifier.value === value;
}

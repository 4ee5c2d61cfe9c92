/** A SCIM server of two users for each test, and an account system over it. */
import { afterEach } from 'vitest';
import type { AccountSystem } from '../../../functions/accounts/port';
import { createScimAccounts, type ScimSettings } from '../../../functions/accounts/scim';
import { type FakeScim, type FakeScimOptions, type ScimResource, type ScimStep, startFakeScim } from '../../fakes/scim';
import { createAppliedKeys } from './scim-users';

export const maria = { id: '2819c223', userName: 'maria', emails: [{ value: 'maria@example.org', primary: true }] };
export const marta = { id: '902c246b', userName: 'marta', emails: [{ value: 'marta@example.org' }] };

export interface ScimUnderTest {
  readonly server: FakeScim;
  /** A new server, and an account system over it. */
  start(options?: FakeScimOptions & Partial<ScimSettings>, users?: readonly ScimResource[]): Promise<AccountSystem>;
  /** Another account system over the same server. */
  again(settings?: Partial<ScimSettings>): AccountSystem;
  /** `GET /Users` and the like, in the order in which they came. */
  asked(): readonly string[];
}

export function useScim(): ScimUnderTest {
  let server: FakeScim;
  afterEach(() => server[Symbol.asyncDispose]());
  const again = (settings: Partial<ScimSettings> = {}) => {
    const { url, token } = server;
    const defaults = { url, token, phone: true, attributes: {}, applied: createAppliedKeys(), retryMilliseconds: 0 };
    return createScimAccounts({ ...defaults, ...settings });
  };
  return {
    get server() {
      return server;
    },
    async start(options = {}, users = [maria, marta]) {
      server = await startFakeScim(users, options);
      return again(options);
    },
    again,
    asked: () => server.received.map(({ method, path }) => `${method} ${path.replace('/scim/v2', '')}`),
  };
}

export const goOn: ScimStep = () => 'go on';

export const hangUp: ScimStep = (response) => {
  response.destroy();
  return 'answered';
};

/** Somebody else changes Maria's account just before the server reads the request. */
export function changedMeanwhile(scim: ScimUnderTest): ScimStep {
  return () => {
    scim.server.change(maria.id, { displayName: 'Maria' });
    return 'go on';
  };
}

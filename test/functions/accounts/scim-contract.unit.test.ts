import { afterEach, describe } from 'vitest';
import { createScimAccounts } from '../../../functions/accounts/scim';
import { type FakeScim, startFakeScim } from '../../fakes/scim';
import { describeAccountSystem } from './contract';
import { attributes, contractUsers, createAppliedKeys, isFederated } from './scim-users';

describe.each([
  ['versions', true],
  ['no versions', false],
])('a server with %s', (name, hasVersions) => {
  let server: FakeScim;
  afterEach(() => server[Symbol.asyncDispose]());

  const create = async () => {
    server = await startFakeScim(contractUsers, { hasVersions, isFederated });
    const { url, token } = server;
    return {
      system: createScimAccounts({ url, token, phone: true, attributes, applied: createAppliedKeys() }),
      hasPassword: async (ref: string, password: string) => server.passwordOf(ref) === password,
      haveSessionsEnded: () => Promise.reject(new TypeError('SCIM knows no sessions')),
    };
  };
  describeAccountSystem(`scim, ${name}`, create, { phone: true, endSessions: false });
});

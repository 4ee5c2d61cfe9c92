import { afterAll, beforeAll, vi } from 'vitest';
import { createWebhookAccounts } from '../../../functions/accounts/webhook';
import { type ReferenceAccounts, startReferenceAccounts } from '../../fakes/reference-accounts';
import { contractAccounts, describeAccountSystem, identifierOf } from './contract';

/** The example hashes passwords at their full cost, on whatever machine this is. */
const PATIENCE_MILLISECONDS = 60_000;
vi.setConfig({ testTimeout: PATIENCE_MILLISECONDS, hookTimeout: PATIENCE_MILLISECONDS });

let reference: ReferenceAccounts;
beforeAll(async () => {
  reference = await startReferenceAccounts();
});
afterAll(() => reference[Symbol.asyncDispose]());

const capabilities = { phone: true, endSessions: true };

describeAccountSystem('webhook, with the server of the documents', async () => {
  reference.reset(contractAccounts.map((account) => ({ ...account, ...keysOf(account) })));
  return {
    system: createWebhookAccounts({
      url: reference.url,
      secrets: [reference.secret],
      capabilities,
      timeoutMilliseconds: PATIENCE_MILLISECONDS,
    }),
    hasPassword: async (ref, password) => reference.hasPassword(ref, password),
    haveSessionsEnded: async (ref) => reference.haveSessionsEnded(ref),
  };
});

function keysOf({ username, email, unverifiedEmail }: (typeof contractAccounts)[number]) {
  const address = email ?? unverifiedEmail;
  return {
    usernameKey: identifierOf(username).value,
    ...(address === undefined ? {} : { emailKey: identifierOf(address).value }),
  };
}

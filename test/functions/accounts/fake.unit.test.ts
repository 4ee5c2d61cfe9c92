import { createFakeAccounts } from '../../fakes/accounts';
import { contractAccounts, describeAccountSystem } from './contract';

describeAccountSystem('the fake of the tests', async () => {
  const system = createFakeAccounts(contractAccounts.map(({ unverifiedEmail: _, ...account }) => account));
  return {
    system,
    hasPassword: async (ref, password) => system.passwordOf(ref) === password,
    haveSessionsEnded: async (ref) => system.hasEndedSessions(ref),
  };
});

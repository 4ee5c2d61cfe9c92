/** The account system that the configuration names. */
import { createKvAppliedKeys } from '../bindings/kv-applied-keys';
import { createD1Accounts, type D1AccountsDependencies } from './d1';
import type { AccountSystem } from './port';
import { createScimAccounts } from './scim';
import type { AccountSettings } from './settings';
import { createWebhookAccounts } from './webhook';

export interface AccountPlatform extends D1AccountsDependencies {
  /** Remembers applied changes where the account system cannot. */
  readonly kv: KVNamespace;
}

export function createAccountSystem(settings: AccountSettings, platform: AccountPlatform): AccountSystem {
  if (settings.ACCOUNT_SYSTEM === 'd1') return createD1Accounts(platform);
  if (settings.ACCOUNT_SYSTEM === 'webhook') {
    return createWebhookAccounts({
      url: settings.ACCOUNTS_URL,
      secrets: settings.ACCOUNTS_SECRET,
      capabilities: settings.ACCOUNT_CAPABILITIES,
    });
  }
  return createScimAccounts({
    url: settings.SCIM_URL,
    token: settings.SCIM_TOKEN,
    phone: settings.ACCOUNT_CAPABILITIES.phone,
    attributes: {
      verifiedEmail: settings.SCIM_VERIFIED_EMAIL,
      verifiedPhone: settings.SCIM_VERIFIED_PHONE,
      federated: settings.SCIM_FEDERATED,
    },
    applied: createKvAppliedKeys(platform.kv),
  });
}

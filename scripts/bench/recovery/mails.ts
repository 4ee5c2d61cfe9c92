/** Counts the mails that went out. */
import { exactly, join, type Proof } from './proof';
import { addressOf, type SiteUnderLoad } from './site-under-load';

/** Every account has a mail, and no mail went out twice. */
export function proveOneMailEach({ resend }: SiteUnderLoad, title: string, usernames: readonly string[]): Proof {
  const addresses = new Set(usernames.map(addressOf));
  const mails = resend.inbox.filter(({ to: [address = ''] }) => addresses.has(address));
  const reached = new Set(mails.map(({ to: [address = ''] }) => address));
  const conflicts = resend.attempts.filter(({ outcome }) => outcome === 'invalid_idempotent_request');
  return join(
    exactly(`${title}: mails`, mails.length, usernames.length),
    exactly('  accounts without a mail', usernames.length - reached.size, 0),
    exactly('  accounts with two', mails.length - reached.size, 0),
    exactly('  retries with other bytes than the first try', conflicts.length, 0),
  );
}

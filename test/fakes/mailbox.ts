/** Reading mails as their reader does: by the plain text, and by waiting for them. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeResend } from './resend';
import type { ReceivedMail } from './sent-mails';

/** Every link written out in the text part. */
export function linksIn({ text = '' }: Pick<ReceivedMail, 'text'>): readonly URL[] {
  return [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
}

/** The one link that carries a token. @throws TypeError when there is none, or more than one. */
export function requireTokenLink(mail: Pick<ReceivedMail, 'text'>): URL {
  const links = linksIn(mail).filter(({ searchParams }) => searchParams.has('token'));
  const [link] = links;
  if (!link || links.length > 1) throw new TypeError(`The mail holds ${links.length} links with a token.`);
  return link;
}

/**
 * Waits for the mail number `count` to an address, and returns it.
 *
 * @throws TypeError after `timeoutMilliseconds`, telling what came instead.
 */
export async function waitForMail(
  { inbox, attempts }: FakeResend,
  to: string,
  { count = 1, timeoutMilliseconds = 10_000 } = {},
): Promise<ReceivedMail> {
  const end = Date.now() + timeoutMilliseconds;
  for (;;) {
    const mail = inbox.filter((received) => received.to.includes(to))[count - 1];
    if (mail) return mail;
    if (Date.now() > end) {
      const outcomes = attempts.map(({ outcome }) => outcome).join(', ') || 'none';
      throw new TypeError(`No mail number ${count} to ${to} in ${timeoutMilliseconds} ms. Attempts: ${outcomes}.`);
    }
    await sleep(20);
  }
}

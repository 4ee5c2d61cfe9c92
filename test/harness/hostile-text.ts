/** A text that would do harm in a mail that lets it, and what a mail looks like that does not. */
import { expect } from 'vitest';
import { linksIn } from '../fakes/mailbox';
import type { ReceivedMail } from '../fakes/sent-mails';

/** A header, a script, a placeholder, a mark that turns the direction, and two addresses of a site. */
export const hostileText =
  'Eve\r\nBcc: all@example.com <script>alert(1)</script> {{brand}} \u202eevil https://evil.example/ <a href="https://evil.example/">x</a>';

/** Expects that nothing of `hostileText` has an effect in either part or in the subject. */
export function expectInert(mail: ReceivedMail): void {
  const { subject, text = '', html = '' } = mail;
  expect(html).not.toContain('<script');
  expect(html).not.toContain('href="https://evil.example');
  expect(linksIn(mail).map(({ hostname }) => hostname)).not.toContain('evil.example');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(`${subject}\n${text}`).not.toMatch(/^Bcc:/m);
  expect(`${subject}${text}${html}`).not.toMatch(/[\u202a-\u202e]/u);
  expect(mail.to).toHaveLength(1);
}

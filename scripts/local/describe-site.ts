/** What `npm start` and `npm run dev` print once the site answers. */
import { enabledLocales } from '../../src/shared/locales';
import { formUrl, homeUrl } from '../../src/shared/urls';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts';
import type { Inboxes } from './inboxes';

/** A short table: where the site and its inboxes are, who has an account, and what to try. */
export function describeSite(origin: string, { mailsUrl, textsUrl }: Pick<Inboxes, 'mailsUrl' | 'textsUrl'>): string {
  const languages = enabledLocales.map(({ code, name }) => `${name} ${origin}${homeUrl(code)}`);
  const accounts = demoAccounts.map(
    ({ username, email, phone = '', shows }) => `${username.padEnd(14)}${email.padEnd(19)}${phone.padEnd(15)}${shows}`,
  );
  return `
${section('Site', languages)}
${section('Inboxes', [`Mails ${mailsUrl} (visitors’, and those of the support desk)`, `Text messages ${textsUrl}`])}
${section('Accounts', [...accounts, `The password of each: ${DEMO_PASSWORD}`])}
${section('Try', [
  `Ask for a reset as maya: ${origin}${formUrl('en', 'reset')}`,
  `Open the e-mail and follow its link: ${mailsUrl}`,
  `Ask again with a mobile number, and enter the code of the text message: ${textsUrl}`,
  'Ask six times, and meet the lock',
  `Write to support, and read what its desk gets: ${origin}${formUrl('en', 'contact')}`,
])}
Ctrl-C ends the site and its inboxes.
`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.map((line, index) => `${(index === 0 ? title : '').padEnd(10)}${line}`).join('\n');
}

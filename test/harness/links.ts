/** A mailed link in the hands of its visitor. */
import { requireTokenLink, waitForMail } from '../fakes/mailbox';
import { newVisitor, type TestAccount } from './accounts';
import type { TestSite } from './worker';

export const PASSWORD_FORM = '/en/account/new-password/';

/** A link that was opened: what the browser keeps, and what the form holds; an empty flow when there is no form. */
export interface OpenLink {
  readonly cookie: string;
  readonly flow: string;
}

/** Asks for a reset and returns the link in the mail that comes. @param count Which mail of the account that is. */
export async function askForLink(site: TestSite, { username, email }: TestAccount, count = 1): Promise<URL> {
  await site.post('/en/account/reset/', { identifier: username }, { headers: newVisitor() });
  return requireTokenLink(await waitForMail(site.resend, email, { count }));
}

/** Opens a link as a browser does: keeps the cookie, follows to the form. */
export async function openLink(site: TestSite, link: URL): Promise<OpenLink> {
  const swap = await site.fetch(`${link.pathname}${link.search}`);
  const cookie = swap.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await site.fetch(PASSWORD_FORM, { headers: { cookie } });
  const flow = /name="flow" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { cookie, flow };
}

export function savePassword(site: TestSite, { cookie, flow }: OpenLink, password: string): Promise<Response> {
  return site.post(PASSWORD_FORM, { password, flow }, { headers: { cookie } });
}

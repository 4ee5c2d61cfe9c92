/** A visitor who resets a password by mobile number, one request at a time, without a browser. */
import { verifyPassword } from '../../functions/accounts/scrypt-phc';
import { newVisitor } from './accounts';
import type { Fields, TestSite } from './worker';

export const RESET = '/en/account/reset/';
export const CODE = '/en/account/reset/code/';
export const PASSWORD = '/en/account/new-password/';

export interface CodeVisitor {
  /** Posts a form from a network address that nobody else has. */
  post(path: string, fields: Fields, cookie?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Asks for a code. @returns The cookie. @throws TypeError for any answer but the one to every number. */
  askFor(phone: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  enter(code: string, cookie: string): Promise<Response>;
  isPassword(username: string, password: string): Promise<boolean>;
}

export function codeVisitorOf(site: TestSite): CodeVisitor {
  const post: CodeVisitor['post'] = (path, fields, cookie = '', headers = {}) =>
    site.post(path, fields, { headers: { ...newVisitor(), cookie, ...headers } });
  return {
    post,
    async askFor(phone, fields = {}) {
      const asked = await post(RESET, { identifier: phone, ...fields });
      const answer = `${asked.status} ${asked.headers.get('location')}`;
      if (answer !== `303 ${CODE}`) throw new TypeError(answer);
      return cookieOf(asked);
    },
    enter: (code, cookie) => post(CODE, { code }, cookie),
    async isPassword(username, password) {
      const row = await site.database
        .prepare('SELECT password_hash FROM accounts WHERE id = ?')
        .bind(username)
        .first<{ password_hash: string | null }>();
      return row?.password_hash ? verifyPassword(password, row.password_hash) : false;
    },
  };
}

/** The first cookie of an answer, as a browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** A code that was not sent. */
export function otherThan(code: string): string {
  return `${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}`;
}

/** How a page shows a British number: in groups that no line breaks apart. */
export function asShown(phone: string): string {
  return `+44\u00a0${phone.slice(3, 7)}\u00a0${phone.slice(7)}`;
}

/** What a visitor can see of an answer, without the secrets and the number that differ from one request to the next. */
export async function visible(response: Response, phone: string) {
  const mask = (text: string) => text.replace(/(?<=code=)[\w-]+/g, (secret) => `${secret.length} characters`);
  const headers = [...response.headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, mask(value)]);
  const body = (await response.text())
    .replaceAll(phone, 'NUMBER')
    .replaceAll(asShown(phone), 'NUMBER')
    .replace(/(name="request" value=")[^"]+/g, '$1')
    .replace(/<time.*?<\/time>/gs, '');
  return { status: response.status, headers, body };
}

/** The value of a hidden field. */
export function hiddenField(html: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

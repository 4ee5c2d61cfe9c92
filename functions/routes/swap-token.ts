/** Moves the token of a mailed link out of the address, which leaks, into a cookie, which does not. */
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { TOKEN_PARAMETER } from '../../src/shared/urls';
import { parseToken } from '../crypto/link-token';
import type { SecretCookie } from './secret-cookie';

/** Leads to the clean address, and changes nothing else: mail scanners open links. Undefined for an address without a token. */
export function swapToken(c: Context, cookie: SecretCookie, cleanUrl: string): Response | undefined {
  const pasted = c.req.query(TOKEN_PARAMETER);
  if (pasted === undefined) return undefined;
  const token = parseToken(pasted);
  if (token) setCookie(c, cookie.name, token, cookie.options);
  else deleteCookie(c, cookie.name, cookie.options);
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(cleanUrl, 303);
}

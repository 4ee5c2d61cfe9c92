/** Cookies that carry a visitor's secrets from one page of recovery to the next. */
import { limits } from '../../src/shared/limits';

export type SecretCookie = ReturnType<typeof secretCookie>;

/** Holds the token of a reset link, between the link and the form. */
export function tokenCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, 'reset', limits.LINK_SECONDS);
}

/** Holds the sealed request for a code: longer than the code works, so that another one can be asked for. */
export function pendingCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, 'code', limits.REQUEST_WINDOW_SECONDS);
}

/** Holds the token of a notice, between its link and the button. */
export function noticeCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, 'notice', limits.LINK_SECONDS);
}

/** For this host only, and out of reach of scripts. `__Host-` needs https, which a local run does not have. */
function secretCookie(siteOrigin: string, name: string, maxAge: number) {
  const secure = siteOrigin.startsWith('https:');
  return {
    name: secure ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge },
  } as const;
}

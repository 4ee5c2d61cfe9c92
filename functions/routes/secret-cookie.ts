/** Cookies that carry a visitor's secrets from one page to the next. */
import { ownItems, type SecretItem, shownName } from '../../src/shared/device-storage';

export type SecretCookie = ReturnType<typeof secretCookie>;

/** Holds the token of a reset link, between the link and the form. */
export function tokenCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, ownItems.reset);
}

/** Holds the sealed request for a code. */
export function pendingCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, ownItems.code);
}

/** Holds the token of a notice, between its link and the button. */
export function noticeCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, ownItems.notice);
}

/** Holds the token of a ticket's link, between the link, or the form, and the ticket's page. */
export function ticketCookie(siteOrigin: string): SecretCookie {
  return secretCookie(siteOrigin, ownItems.ticket);
}

/** For this host only, and out of reach of scripts. `__Host-` needs https, which a local run does not have. */
function secretCookie(siteOrigin: string, item: SecretItem) {
  const secure = siteOrigin.startsWith('https:');
  return {
    name: secure ? shownName(item) : item.name,
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: item.seconds },
  } as const;
}

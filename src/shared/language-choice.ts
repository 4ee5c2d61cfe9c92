/** How a browser remembers the language that its reader chose: a cookie, which the Worker reads where an address names none. */

/**
 * The URL segment of the chosen locale, unchecked.
 *
 * @param cookies A Cookie header, or `document.cookie`.
 * @example readChoice('a=b; locale=zh-hant') // 'zh-hant'
 */
export function readChoice(cookies: string): string | undefined {
  return /(?:^|; *)locale=([a-z-]+)/.exec(cookies)?.[1];
}

/** The cookie that keeps a choice for a year. It says nothing else, so that it needs no secrecy. */
export function choiceCookie(segment: string): string {
  return `locale=${segment};path=/;max-age=31536000;samesite=lax`;
}

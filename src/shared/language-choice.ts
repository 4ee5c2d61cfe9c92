/**
 * How a browser remembers the language that its reader chose: a cookie, which the Worker reads where an address names none.
 *
 * It says nothing else, so that it needs no secrecy. Constants, not a function, write it: they cost each page fewer bytes.
 */

export const CHOICE_COOKIE = 'locale';
export const CHOICE_SECONDS = 31_536_000;

/** Under this name and the language of a page, browser storage remembers a "no" to reading it in another one. */
export const DECLINED_OFFER_PREFIX = 'stay-in-';

/** What stands before the URL segment of the chosen locale in the cookie. */
export const CHOICE_PREFIX = `${CHOICE_COOKIE}=`;

/** What stands after it: the choice holds for the whole site, and for a year. */
export const CHOICE_SUFFIX = `;path=/;max-age=${CHOICE_SECONDS};samesite=lax`;

/** Finds the segment, unchecked, in a Cookie header or in `document.cookie`. */
export const CHOICE_PATTERN = /(?:^|; *)locale=([a-z-]+)/;

/** @example readChoice('a=b; locale=zh-hant') // 'zh-hant' */
export function readChoice(cookies: string): string | undefined {
  return CHOICE_PATTERN.exec(cookies)?.[1];
}

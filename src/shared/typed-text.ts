/** Sentences that visitors type, and what comes along with them unseen. */

/** Embeddings, overrides and isolates (UAX #9 §2), as programs put them around numbers and names that are copied; byte order marks. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Never typed on purpose: controls but line breaks and tabs, line separators, half characters, what can be no character. */
const UNREADABLE = /[^\P{Cc}\n\r\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/u;

/**
 * A text in the order in which it was typed: nothing in it turns the words around it. Joiners and direction marks stay, scripts
 * need them.
 *
 * @example withoutDirections('call \u2066+44 7400 123456\u2069') // 'call +44 7400 123456'
 */
export function withoutDirections(text: string): string {
  return text.replace(DIRECTIONS, '');
}

/** Whether nobody could have typed this. A character that is newer than this program is readable. */
export function isUnreadable(text: string): boolean {
  return UNREADABLE.test(text);
}

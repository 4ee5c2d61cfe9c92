/** A visitor's words in an e-mail to staff: every character is there to be read, and none of it can be clicked. */

/** What is not seen, or changes the order of the text around it. Line breaks, joiners and direction marks stay. */
const INVISIBLE =
  /(?![\n\t])[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** What mail programs make links of: a scheme, an address, a host, and digits enough for a telephone number. */
const SCHEME = /(?<=\p{L}[\p{L}\p{Nd}+.-]*):(?=\S)/gu;
const AT = /[@＠]/gu;
const DOT = /[.。．｡](?=[\p{L}\p{N}])/gu;
const NUMBER = /\p{Nd}(?:[\p{Nd}\p{Zs}()./-]*\p{Nd}){6,}/gu;
const TRIPLE = /\p{Nd}(?:[\p{Zs}()./-]*\p{Nd}){2}(?=[\p{Zs}()./-]*\p{Nd})/gu;

/**
 * Takes apart whatever a mail program would link, with brackets that are seen: staff can read it, and put it together
 * again on purpose.
 *
 * @example inertText('See https://evil.example') // 'See https[:]//evil[.]example'
 * @example inertText('Call 0151 2345678') // 'Call 015[-]1 23[-]456[-]78'
 */
export function inertText(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(NUMBER, (digits) => digits.replace(TRIPLE, '$&[-]'))
    .replace(SCHEME, '[:]')
    .replace(AT, '[@]')
    .replace(DOT, '[.]');
}

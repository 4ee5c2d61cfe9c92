/** Names in e-mails. A name was chosen by whoever made the account, so it may be an attack on the reader. */

/** Longer ones are no names but messages. In code points. */
const NAME_MAX = 60;

/** What changes the order or the lines of the text around it, or is not seen. Joiners stay: Persian and Indic names need them. */
const INVISIBLE =
  /[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** What mail programs turn into a link: addresses, hosts, paths, and numbers long enough to be called. */
const LINKABLE = /[@/\\:]|[.。]\p{M}*[\p{L}\p{N}]{2}|(?<![\p{L}\p{Nd}_])(?:\p{Nd}[\p{P}\p{S}\p{Z}]*){7}/u;

/**
 * A name that is inert wherever a mail program shows it: one line, and isolated from the direction of the text around it.
 * Undefined for a name that could become a link or a telephone number, or of which nothing is left; then do without it.
 *
 * @example printableName('  Ana  Ruiz ') // '\u2068Ana Ruiz\u2069'
 * @example printableName('Prize at evil.example') // undefined
 */
export function printableName(name: string | undefined): string | undefined {
  const line = toLine(name ?? '');
  return line === '' || [...line].length > NAME_MAX || LINKABLE.test(line.normalize('NFKC'))
    ? undefined
    : isolate(line);
}

/**
 * A username, inert as a name is. Many hold a dot, so that they look like hosts: a leader dot (U+2024) stands in for it, which
 * looks the same and makes no link.
 *
 * @example printableUsername('ana.ruiz') // '\u2068ana\u2024ruiz\u2069'
 */
export function printableUsername(username: string): string | undefined {
  const parts = toLine(username).split('.');
  return printableName(parts.join(' ')) && isolate(parts.join('\u2024'));
}

function toLine(name: string): string {
  return name.toWellFormed().replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

function isolate(line: string): string {
  return `\u2068${line}\u2069`;
}

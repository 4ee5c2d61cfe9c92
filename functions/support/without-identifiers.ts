/** What strangers may have typed where only words belong: addresses, numbers, names of accounts. */

/** In the place of what was left out. */
const GAP = '…';

/** A word with an "@", a digit of any script, an underscore or a slash in it is somebody's address, number, code or name. */
const IDENTIFIER = /\S*[@＠\p{Nd}_/\\]\S*/gu;

/**
 * A sentence without what looks like an address, a number, a code, a link or a username.
 *
 * @example withoutIdentifiers('I am maya_77, write to m@example.org') // 'I am … write to …'
 */
export function withoutIdentifiers(text: string): string {
  return text.replace(IDENTIFIER, GAP);
}

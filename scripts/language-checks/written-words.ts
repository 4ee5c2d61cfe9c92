/** What is left of a passage when everything is taken out that is the same in every language. */
import { GAP } from './passages';

/** Web addresses, e-mail addresses, placeholders, and telephone numbers as they are dialled. */
const sameEverywhere = /https?:\/\/\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\{\w+\}|\+\d[\d\s().-]*\d/g;

/**
 * The words of a language itself: without addresses, placeholders and the names that its guide leaves untranslated.
 *
 * @example writtenWords('Öffne {link} in Gmail.', ['Gmail']) // 'Öffne ￼ in ￼.'
 */
export function writtenWords(text: string, untranslated: readonly string[]): string {
  const names = untranslated
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.+*?()[\]]/g, '\\$&'));
  const withoutAddresses = text.replace(sameEverywhere, GAP);
  if (names.length === 0) return withoutAddresses;
  return withoutAddresses.replace(new RegExp(`(?<![A-Za-z])(?:${names.join('|')})(?![A-Za-z])`, 'g'), GAP);
}

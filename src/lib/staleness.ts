/** Whether a translation still says what the English article says. */
import type { SectionHashes } from './section-hash';

/** Small changes of an English article: from a section's old hash to its new one. */
export type MinorChanges = Readonly<Record<string, string>>;

/**
 * Ids of the sections that have changed since they were translated, new and removed ones included, in the order of the page.
 *
 * @param translated The English hashes that the translation was made from.
 * @param current The English hashes now.
 * @param minor Changes that do not count.
 *
 * @example staleSections({ why: 'aaaaaaaa' }, { why: 'bbbbbbbb' }, {}) // ['why']
 * @example staleSections({ why: 'aaaaaaaa' }, { why: 'bbbbbbbb' }, { aaaaaaaa: 'bbbbbbbb' }) // []
 */
export function staleSections(
  translated: SectionHashes,
  current: SectionHashes,
  minor: MinorChanges,
): readonly string[] {
  const ids = new Set([...Object.keys(current), ...Object.keys(translated)]);
  return [...ids].filter((id) => !leadsTo(translated[id], current[id], minor));
}

/** Whether small changes alone, one after another, lead from one hash to another. */
function leadsTo(from: string | undefined, to: string | undefined, minor: MinorChanges): boolean {
  const seen = new Set<string>();
  for (let hash = from; hash !== undefined && !seen.has(hash); hash = minor[hash]) {
    if (hash === to) return true;
    seen.add(hash);
  }
  return false;
}

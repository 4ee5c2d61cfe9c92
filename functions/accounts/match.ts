/** The last word on whom an identifier names: account systems compare loosely, and the wrong person must not get a link. */
import { type Identifier, parseIdentifier } from '../recovery/identifiers';

/** The names of one account as its system stores them, verified ones only; telephone numbers in E.164. */
export type AccountNames = Readonly<Record<Identifier['kind'], readonly string[]>>;

/**
 * The one item that an identifier names; undefined for none, and for several: which one was meant, nobody can tell.
 *
 * Names are compared in canonical form, and no further (CVE-2019-19844: a database that folds letters finds `mike` for
 * `mıke`). Where nobody has an e-mail address, it may be a username, as companies like to have them.
 */
export function findNamed<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => AccountNames,
  identifier: Identifier,
): Item | undefined {
  const holders = items.filter((item) => isAmong(namesOf(item)[identifier.kind], identifier));
  if (holders.length > 0 || identifier.kind !== 'email') return findOnly(holders);
  return findOnly(items.filter((item) => isAmong(namesOf(item).username, identifier)));
}

function isAmong(names: readonly string[], { kind, value }: Identifier): boolean {
  if (kind === 'phone') return names.includes(value);
  return names.some((name) => {
    const parsed = parseIdentifier(name);
    return parsed.type === 'ok' && parsed.identifier.kind === kind && parsed.identifier.value === value;
  });
}

function findOnly<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Filters of SCIM (RFC 7644 §3.4.2.2). */
import { domainToUnicode } from 'node:url';
import type { Identifier } from '../recovery/identifiers';

/**
 * The filters that together find every user of an identifier. Each is a single comparison, as even small servers know it.
 *
 * A server compares what it stores, so an address is looked for with its domain in punycode and in Unicode, and a number as
 * E.164 and as RFC 3966 writes it. An e-mail address may be a username as well.
 *
 * @example identifierToFilters({ kind: 'username', value: 'o"neil' }) // ['userName eq "o\\"neil"']
 */
export function identifierToFilters({ kind, value }: Identifier): readonly string[] {
  if (kind === 'username') return [equals('userName', value)];
  if (kind === 'phone') return [value, `tel:${value}`].map((number) => equals('phoneNumbers.value', number));
  return [...new Set([value, withUnicodeDomain(value)])].flatMap((address) => [
    equals('emails.value', address),
    equals('userName', address),
  ]);
}

/** A value is a JSON string (RFC 8259 §7): whatever is in it, it cannot end the comparison. */
function equals(attribute: string, value: string): string {
  return `${attribute} eq ${JSON.stringify(value)}`;
}

function withUnicodeDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`;
}

/** What a visitor typed, made canonical so that one account has one form. */
import { type IdentifierProblem, limits } from '../../src/shared/forms';

/** A canonical identifier. `value` is NFC, lower-cased; an e-mail's domain is punycode. */
export interface Identifier {
  readonly kind: 'username' | 'email' | 'phone';
  readonly value: string;
}

export type ParsedIdentifier =
  | { readonly type: 'ok'; readonly identifier: Identifier }
  | { readonly type: 'invalid'; readonly problem: IdentifierProblem };

/** Octets of a local part (RFC 5321 §4.5.3.1.1). */
const LOCAL_PART_MAX = 64;

/** Never part of a name: controls, zero-width and bidi controls, line separators, unassigned, private use, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** An escaped octet was never typed by a person. */
const PERCENT_ENCODED = /%[0-9a-f]{2}/iu;

/** Characters that separate or quote addresses (RFC 5322 §3.2.3), so that a field never holds two. */
const ADDRESS_SPECIALS = /[\s()<>[\]:;@\\,"]/u;

const USERNAME_SPECIALS = /[\s,;]/u;

/** One label of a host name in its ASCII form; the last one is not a number, or it would be an IP address. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * The canonical identifier in a text; anything with an `@` after its first character is an e-mail address.
 *
 * Letters are never mapped to ones that look alike: `mıke` is not `mike`, Cyrillic `а` is not Latin `a`. Full-width
 * letters, as Japanese keyboards write them, are (RFC 8265 §3.3.1: width mapping, lower case, NFC).
 *
 * @example parseIdentifier(' @Maria ') // { type: 'ok', identifier: { kind: 'username', value: 'maria' } }
 * @example parseIdentifier('User+a@BÜCHER.example') // ... { kind: 'email', value: 'user+a@xn--bcher-kva.example' }
 */
export function parseIdentifier(text: string): ParsedIdentifier {
  if (text.length > limits.IDENTIFIER_MAX) return invalid('identifier-too-long');
  if (INVISIBLE.test(text) || PERCENT_ENCODED.test(text)) return invalid('identifier-invalid');
  const name = withoutHandleSign(foldIdentifier(text.trim()));
  if (name === '') return invalid('identifier-missing');
  return name.includes('@') ? parseEmail(name) : parseUsername(name);
}

/**
 * One form for every way of writing the same letters. Does not depend on the language of the page or the machine.
 *
 * @example foldIdentifier('ＪＯＳÉ') // 'josé'; the same for NFC and NFD
 */
export function foldIdentifier(text: string): string {
  const narrow = text.replace(/[\uff00-\uffef]/gu, (character) => character.normalize('NFKC'));
  return narrow.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

function parseUsername(name: string): ParsedIdentifier {
  if (USERNAME_SPECIALS.test(name)) return invalid('identifier-invalid');
  return { type: 'ok', identifier: { kind: 'username', value: name } };
}

function parseEmail(address: string): ParsedIdentifier {
  const at = address.indexOf('@');
  const local = address.slice(0, at);
  const domain = findAsciiDomain(address.slice(at + 1));
  if (local === '' || ADDRESS_SPECIALS.test(local) || domain === undefined) return invalid('identifier-invalid');
  const value = `${local}@${domain}`;
  const isTooLong = octets(local) > LOCAL_PART_MAX || octets(value) > limits.IDENTIFIER_MAX;
  return isTooLong ? invalid('identifier-too-long') : { type: 'ok', identifier: { kind: 'email', value } };
}

/** A domain in lower-case punycode (UTS #46, as the URL parser does it); undefined where it is no domain of the public Internet. */
function findAsciiDomain(domain: string): string | undefined {
  if (ADDRESS_SPECIALS.test(domain) || /[/?#%|^]/u.test(domain)) return undefined;
  const url = URL.parse(`http://${domain.replace(/[.。]$/u, '')}/`);
  return url !== null && HOST.test(url.hostname) ? url.hostname : undefined;
}

function withoutHandleSign(name: string): string {
  return name.startsWith('@') ? name.slice(1).trimStart() : name;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

function invalid(problem: IdentifierProblem): ParsedIdentifier {
  return { type: 'invalid', problem };
}

/** What a visitor typed into the one field: a username, an e-mail address or a mobile number. */
import type { CountryCode } from 'libphonenumber-js/mobile';
import { type IdentifierProblem, limits } from '../../src/shared/forms';
import { foldDigits } from './digits';
import { foldIdentifier, type Identifier, parseIdentifier } from './identifiers';
import { readNumber } from './phone-number';

export interface Typed {
  readonly text: string;
  /** The country whose national numbers are meant. */
  readonly country: CountryCode;
  /** Whether text messages can be sent here. */
  readonly offersPhone: boolean;
}

/** `alternative`: a username written like a number, meant when nobody has that number. */
export interface NamedAccount {
  readonly identifier: Identifier;
  readonly alternative?: Identifier;
}

export type ReadIdentifier =
  | ({ readonly type: 'ok' } & NamedAccount)
  | { readonly type: 'invalid'; readonly problem: IdentifierProblem };

/** No mobile number is shorter with its area code; so many digits and fewer are a username. */
const USERNAME_DIGITS_MAX = 6;

/** Never part of a number; `parseIdentifier` has the word for them. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * The identifier in a text. A number comes first, since few usernames look like one; an `@` before it says that it is a
 * username. Where no text messages are sent, what can be a username is one.
 *
 * @example readIdentifier({ text: '0151 23456789', country: 'DE', offersPhone: true }) // ... { kind: 'phone', value: '+4915123456789' }
 * @example readIdentifier({ text: '4711', country: 'DE', offersPhone: true }) // ... { kind: 'username', value: '4711' }
 */
export function readIdentifier({ text, country, offersPhone }: Typed): ReadIdentifier {
  if (text.length > limits.IDENTIFIER_MAX || CONTROLS.test(text) || /[@＠]/u.test(text)) return parseIdentifier(text);
  const number = readNumber(text, country);
  if (number.type === 'other') return parseIdentifier(text);
  const username = findUsername(text);
  if (!offersPhone) return username ? ok(username) : invalid('identifier-phone-off');
  if (number.type === 'extension') return invalid('identifier-phone-extension');
  if (number.type === 'number') return { ...ok({ kind: 'phone', value: number.e164 }), alternative: username };
  return username && countDigits(text) <= USERNAME_DIGITS_MAX ? ok(username) : invalid('identifier-phone-invalid');
}

/** The username that a number can be too. A plus begins a number only. */
function findUsername(text: string): Identifier | undefined {
  const parsed = parseIdentifier(text);
  return parsed.type === 'ok' && !parsed.identifier.value.startsWith('+') ? parsed.identifier : undefined;
}

function countDigits(text: string): number {
  return foldDigits(foldIdentifier(text)).replace(/\D/gu, '').length;
}

function ok(identifier: Identifier): { readonly type: 'ok'; readonly identifier: Identifier } {
  return { type: 'ok', identifier };
}

function invalid(problem: IdentifierProblem): ReadIdentifier {
  return { type: 'invalid', problem };
}

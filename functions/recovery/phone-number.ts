/** Telephone numbers as people write them, made E.164 (ITU-T E.164). */
import {
  type CountryCode,
  getExampleNumber,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/mobile';
import examples from 'libphonenumber-js/mobile/examples';
import { foldDigits } from './digits';
import { foldIdentifier } from './identifiers';

/**
 * `impossible`: written as a number, but too long, too short, or of a country that does not exist. `extension`: a telephone
 * behind a switchboard, where no text message arrives. `other`: not written as a number.
 */
export type ReadNumber =
  | { readonly type: 'number'; readonly e164: string }
  | { readonly type: 'impossible' }
  | { readonly type: 'extension' }
  | { readonly type: 'other' };

/** Invisible marks come along when a number is copied from a list of contacts. */
const MARKS = /\p{Cf}/gu;

/** Digits, what people put between them, and a plus before them. */
const WRITTEN_AS_NUMBER = /^\+?[\d\s().~/\p{Pd}]*$/u;

/** Dialled before a country code in most countries; nowhere the beginning of a mobile number. */
const INTERNATIONAL_PREFIX = /^00(?=[\s().~/\p{Pd}]*[1-9])/u;

/**
 * Reads a number: an international one by itself, a national one as the country writes it.
 *
 * A number of a range that is not in use is taken too, if it is as long as the country's mobile numbers are: countries open
 * new ranges, and a number that was verified must not be refused because the list here is older.
 *
 * @example readNumber('090-1234-5678', 'JP') // { type: 'number', e164: '+819012345678' }
 * @example readNumber('+٤٤ ٧٤٠٠ ١٢٣٤٥٦', 'EG') // { type: 'number', e164: '+447400123456' }
 * @example readNumber('maria', 'ES') // { type: 'other' }
 */
export function readNumber(text: string, country: CountryCode): ReadNumber {
  const typed = foldDigits(foldIdentifier(text.replace(MARKS, '').trim())).replace(INTERNATIONAL_PREFIX, '+');
  const isWrittenAsNumber = WRITTEN_AS_NUMBER.test(typed) && /\d/.test(typed);
  const number = parse(typed, country);
  if (number?.ext !== undefined) return { type: 'extension' };
  if (!isWrittenAsNumber) return { type: 'other' };
  return number && canBeMobile(number) ? { type: 'number', e164: number.number } : { type: 'impossible' };
}

/** In this metadata only mobile numbers are valid. A zero that is left in front was dialled within the country: the rest is no number. */
function canBeMobile(number: PhoneNumber): boolean {
  if (number.isValid()) return true;
  const { country, nationalNumber } = number;
  const example = country && getExampleNumber(country, examples);
  return example?.nationalNumber.length === nationalNumber.length && !nationalNumber.startsWith('0');
}

function parse(typed: string, country: CountryCode) {
  try {
    return parsePhoneNumberWithError(typed, { defaultCountry: country, extract: false });
  } catch {
    return undefined;
  }
}

/**
 * A number to be read: with its country code, in groups.
 *
 * @example formatNumber('+447400123456') // '+44 7400 123456'
 */
export function formatNumber(e164: string): string {
  return parsePhoneNumberWithError(e164).formatInternational();
}

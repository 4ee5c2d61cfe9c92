/** The codes of text messages. */
import { limits } from '../../src/shared/forms';
import { bytesToBase64url } from '../crypto/base64url';
import { createKeyedHash } from '../crypto/keyed-hash';
import { foldDigits } from './digits';

export interface Codes {
  /** The code of a job: the same whenever the job is delivered again, every one as likely as any other. */
  codeOf(jobId: string): Promise<string>;
  /** The code's name at the gate: who reads the gate's storage cannot tell the code. */
  codeKey(identifierKey: string, code: string): Promise<string>;
}

const CODES = 10 ** limits.CODE_DIGITS;

/** The largest multiple of all codes below 2^32: a number from there on would make low codes more likely. */
const UNBIASED_BELOW = Math.floor(2 ** 32 / CODES) * CODES;

/** The longest text that can hold a code: a whole text message. */
const PASTED_MAX = 500;

/** The codes of one secret. */
export function createCodes(secret: string): Codes {
  const hash = createKeyedHash(secret);
  return {
    async codeOf(jobId) {
      for (let draw = 0; ; draw += 1) {
        const number = new DataView((await hash(`code|${draw}|${jobId}`)).buffer).getUint32(0);
        if (number < UNBIASED_BELOW) return String(number % CODES).padStart(limits.CODE_DIGITS, '0');
      }
    },
    codeKey: async (identifierKey, code) => bytesToBase64url(await hash(`code-key|${identifierKey}|${code}`)),
  };
}

/** Between the digits of a code, people and telephones put these. */
const BETWEEN = /[\s\p{Pd}\p{Cf}.·]/gu;

const CODE = new RegExp(`(?<!\\d)\\d{${limits.CODE_DIGITS}}(?!\\d)`, 'gu');

/**
 * The code in what was typed or pasted, in any script's digits; undefined where there is none, or more than one.
 *
 * @example readCode(' ١٢٣-٤٥٦ ') // '123456'
 * @example readCode('123456 is your code. @help.example #123456') // '123456'
 */
export function readCode(text: string): string | undefined {
  if (text.length > PASTED_MAX) return undefined;
  const codes = new Set(foldDigits(text).replace(BETWEEN, '').match(CODE));
  return codes.size === 1 ? [...codes][0] : undefined;
}

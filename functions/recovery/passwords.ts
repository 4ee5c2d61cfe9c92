/** Which new passwords are refused, and why. NIST SP 800-63B §3.1.1.2: length, a blocklist and context; no composition rules. */
import { limits, type PasswordProblem } from '../../src/shared/forms';
import commonPasswords from './common-passwords.txt?raw';

/** What a password must not be made of. */
export interface PasswordContext {
  readonly brand: string;
  readonly username: string;
  readonly email?: string;
}

/** In code points: what a person counts as characters, short of combined ones. */
export interface PasswordPolicy {
  readonly min: number;
  readonly max: number;
}

export type JudgePassword = (password: string, context: PasswordContext) => readonly PasswordProblem[];

/** Shorter names stand inside too many innocent words. */
const CONTEXT_WORD_MIN = 4;

/** A unit of up to so many characters, repeated, is one that is guessed. */
const REPEATED_UNIT_MAX = 6;

/** What fingers and minds run along, in both directions. */
const walks = [
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

let commonOnes: ReadonlySet<string> | undefined;

const defaultPolicy: PasswordPolicy = { min: limits.PASSWORD_MIN, max: limits.PASSWORD_MAX };

/**
 * The judge of a policy. Spaces count as any other character, at the ends too. All problems are told at once.
 *
 * @example createPasswordJudge()('passwordpassword', context) // ['password-common']
 */
export function createPasswordJudge({ min, max }: PasswordPolicy = defaultPolicy): JudgePassword {
  return (password, context) => {
    const length = [...password].length;
    if (length === 0) return ['password-missing'];
    if (length > max) return ['password-too-long'];
    const found: readonly [PasswordProblem, boolean][] = [
      ['password-too-short', length < min],
      ['password-common', isCommon(password)],
      ['password-context', holdsContext(password, context)],
    ];
    return found.filter(([, applies]) => applies).map(([problem]) => problem);
  };
}

/** Among the most common ones, two of them side by side, a short unit over and over, or a walk along the keyboard. */
function isCommon(password: string): boolean {
  const text = password.normalize('NFC').toLowerCase();
  return isListed(text) || isPairOfListed(text) || isRepetition(text) || isWalk(text);
}

function isListed(text: string): boolean {
  commonOnes ??= new Set(commonPasswords.split('\n').filter((line) => line !== ''));
  return commonOnes.has(text);
}

function isPairOfListed(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    if (isListed(text.slice(0, at).trim()) && isListed(text.slice(at).trim())) return true;
  }
  return false;
}

function isRepetition(text: string): boolean {
  const characters = [...text];
  for (let unit = 1; unit <= REPEATED_UNIT_MAX && unit * 2 <= characters.length; unit += 1) {
    if (characters.every((character, at) => character === characters[at % unit])) return true;
  }
  return false;
}

function isWalk(text: string): boolean {
  return walks.some((walk) => walk.repeat(Math.ceil(text.length / walk.length) + 1).includes(text));
}

/** Whether the brand, the username or the e-mail's local part stands in the password, however it is spaced or punctuated. */
function holdsContext(password: string, { brand, username, email }: PasswordContext): boolean {
  const text = lettersAndDigitsOf(password);
  const localPart = email?.split('@')[0]?.split('+')[0];
  return [brand, username, localPart ?? '']
    .map(lettersAndDigitsOf)
    .some((word) => [...word].length >= CONTEXT_WORD_MIN && text.includes(word));
}

function lettersAndDigitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

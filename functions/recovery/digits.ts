/** Decimal digits of every script. */

const DIGIT = /^\p{Nd}$/u;

/**
 * The same text with every decimal digit as 0 to 9. Digits of a script stand in order from zero, and sets of digits that
 * touch are ten long each (Unicode §4.6), so that a digit's value is its distance from where the digits begin.
 *
 * @example foldDigits('١٢٣ ४५६') // '123 456'
 */
export function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)));
}

function valueOfDigit(codePoint: number): number {
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}

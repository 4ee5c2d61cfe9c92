/** The number that a visitor quotes: ten digits, the same in every language, of which the last checks the others. */

const DIGITS = 9;

/**
 * Damm's table (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): a check digit made by it finds every single wrong
 * digit and every swap of two neighbours, which is what goes wrong when a number is read out.
 */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const;

/** A new reference, drawn by chance. */
export function newReference(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const digits = String(random % 10 ** DIGITS).padStart(DIGITS, '0');
  return `${digits}${remainderOf(digits)}`;
}

/** Whether these are ten digits that a reference can have. @example isReference('0000000000') // true */
export function isReference(digits: string): boolean {
  return /^\d{10}$/.test(digits) && remainderOf(digits) === 0;
}

/**
 * As it is read out, on one line. A no-break space is a separator within numbers (UAX #9, W4), so that the groups keep their
 * order among Arabic or Hebrew words.
 *
 * @example printReference('4829103751') // '482 910 3751', with no-break spaces
 */
export function printReference(digits: string): string {
  return `${digits.slice(0, 3)}\u00a0${digits.slice(3, 6)}\u00a0${digits.slice(6)}`;
}

function remainderOf(digits: string): number {
  return [...digits].reduce((interim, digit) => Number(TABLE[interim]?.[Number(digit)]), 0);
}

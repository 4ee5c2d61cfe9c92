import { expect, test } from 'vitest';
import { foldDigits } from '../../../functions/recovery/digits';

const digitsOf = (system: string) => {
  const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
  return Array.from({ length: 10 }, (_, digit) => format.format(digit)).join('');
};

const systems = Intl.supportedValuesOf('numberingSystem').filter((system) => /^\p{Nd}{10}$/u.test(digitsOf(system)));

test.each(systems)('the digits of the numbering system %s are 0 to 9', (system) => {
  expect(foldDigits(digitsOf(system))).toBe('0123456789');
});

test('every decimal digit of Unicode becomes one of 0 to 9', () => {
  const digits = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint)).filter(
    (character) => /^\p{Nd}$/u.test(character),
  );
  expect(digits.length).toBeGreaterThan(700);
  expect(foldDigits(digits.join(''))).toMatch(/^\d+$/);
});

test('numbers that are no decimal digits stay as they are', () => {
  expect(foldDigits('½ Ⅷ ⑧ 八 x')).toBe('½ Ⅷ ⑧ 八 x');
});

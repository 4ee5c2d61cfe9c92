import { describe, expect, test } from 'vitest';
import { isReference, newReference, printReference } from '../../../src/shared/reference';

const references = Array.from({ length: 200 }, newReference);

describe('a reference', () => {
  test('is ten digits, which look and sound apart in every language', () => {
    for (const reference of references) expect(reference).toMatch(/^\d{10}$/);
    expect(new Set(references).size).toBe(references.length);
  });

  test('is read in groups, on one line', () => {
    expect(printReference('4829103756')).toBe('482\u00a0910\u00a03756');
  });

  test('with one wrong digit is none', () => {
    for (const reference of references) {
      expect(isReference(reference)).toBe(true);
      for (let place = 0; place < 10; place += 1) {
        const wrong = String((Number(reference[place]) + 1 + (place % 9)) % 10);
        expect(isReference(reference.slice(0, place) + wrong + reference.slice(place + 1))).toBe(false);
      }
    }
  });

  test('with two neighbours swapped is none', () => {
    for (const reference of references) {
      for (let place = 0; place < 9; place += 1) {
        const [a = '', b = ''] = reference.slice(place, place + 2);
        if (a === b) continue;
        expect(isReference(reference.slice(0, place) + b + a + reference.slice(place + 2))).toBe(false);
      }
    }
  });
});

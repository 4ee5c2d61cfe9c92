import { expect, test } from 'vitest';
import { findShownLocale } from '../../../src/lib/fallback';

test("a reader is shown their own language's text", () => {
  expect(findShownLocale('es', new Set(['en', 'es', 'ca']))).toBe('es');
});

test('where it is missing, the nearest language that has it', () => {
  expect(findShownLocale('ps', new Set(['en', 'fa', 'fa-AF']))).toBe('fa-AF');
  expect(findShownLocale('ps', new Set(['en', 'fa']))).toBe('fa');
});

test('where no near language has it, English', () => {
  expect(findShownLocale('ja', new Set(['en', 'es', 'ar']))).toBe('en');
});

test('nothing is shown where neither the language nor its fallbacks have a text', () => {
  expect(findShownLocale('ja', new Set(['es']))).toBeUndefined();
});

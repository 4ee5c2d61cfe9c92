import { expect, test } from 'vitest';
import { findDeclared, ownItems } from '../../../src/shared/device-storage';

test.each([
  ['cookie', 'locale', ownItems.locale],
  ['cookie', 'reset', ownItems.reset],
  ['cookie', '__Host-reset', ownItems.reset],
  ['local-storage', 'stay-in-ar', ownItems.declinedOffer],
] as const)('the %s %s is declared', (kind, name, item) => {
  expect(findDeclared({ kind, name })).toBe(item);
});

test.each([
  ['cookie', '_ga'],
  ['cookie', '__Host-locale'],
  ['local-storage', 'locale'],
  ['session-storage', 'stay-in-ar'],
] as const)('the %s %s is not declared', (kind, name) => {
  expect(findDeclared({ kind, name })).toBeUndefined();
});

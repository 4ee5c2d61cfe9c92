import type { CountryCode } from 'libphonenumber-js/mobile';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../functions/recovery/phone-number';

const number = (e164: string) => ({ type: 'number', e164 });

describe('D1 a number is the same in the digits of every script', () => {
  test.each([
    ['Arabic', '+٤٤٧٤٠٠١٢٣٤٥٦'],
    ['Persian', '+۴۴۷۴۰۰۱۲۳۴۵۶'],
    ['Devanagari', '+४४७४००१२३४५६'],
    ['Thai', '+๔๔๗๔๐๐๑๒๓๔๕๖'],
    ['Kannada', '+೪೪೭೪೦೦೧೨೩೪೫೬'],
    ['Bengali', '+৪৪৭৪০০১২৩৪৫৬'],
    ['full-width', '＋４４７４００１２３４５６'],
    ['two scripts at once', '+٤٤ ７４００ 123 ४५६'],
  ])('%s', (_, typed) => {
    expect(readNumber(typed, 'US')).toEqual(number('+447400123456'));
  });

  test('with the marks that are copied along', () => {
    expect(readNumber('\u202a+44\u00a07400\u00a0123456\u202c', 'US')).toEqual(number('+447400123456'));
    expect(readNumber('\u206607400\u2069\u200e 123456', 'GB')).toEqual(number('+447400123456'));
  });
});

describe('D2 a national number is that of the chosen country', () => {
  const cases: readonly (readonly [CountryCode, string, string])[] = [
    ['RU', '8 (912) 345-67-89', '+79123456789'],
    ['RU', '89123456789', '+79123456789'],
    ['RU', '9123456789', '+79123456789'],
    ['JP', '090-1234-5678', '+819012345678'],
    ['JP', '０９０－１２３４－５６７８', '+819012345678'],
    ['TR', '0532 123 45 67', '+905321234567'],
    ['DE', '0151/23456789', '+4915123456789'],
    ['IT', '347 123 4567', '+393471234567'],
    ['GB', '07400 123456', '+447400123456'],
    ['GB', '447400123456', '+447400123456'],
    ['US', '(212) 555-0100', '+12125550100'],
    ['EG', '٠١٠٠ ١٢٣ ٤٥٦٧', '+201001234567'],
  ];
  test.each(cases)('%s %s', (country, typed, e164) => {
    expect(readNumber(typed, country)).toEqual(number(e164));
  });

  test('and an international one is its own, whichever country is chosen', () => {
    for (const country of ['DE', 'US', 'JP', 'RU', 'EG'] as const) {
      expect(readNumber('+49 (0) 151 23456789', country)).toEqual(number('+4915123456789'));
      expect(readNumber('+49 (0)151-23456789', country)).toEqual(number('+4915123456789'));
      expect(readNumber('0041 79 123 45 67', country)).toEqual(number('+41791234567'));
      expect(readNumber('00 (41) 79 123 45 67', country)).toEqual(number('+41791234567'));
    }
    expect(readNumber('011 41 79 123 45 67', 'US')).toEqual(number('+41791234567'));
  });
});

test('a number of a range that was opened lately is taken', () => {
  expect(readNumber('0199 23456789', 'DE')).toEqual(number('+4919923456789'));
  expect(readNumber('+34 599 123 456', 'GB')).toEqual(number('+34599123456'));
});

describe('D3 an extension', () => {
  test.each([
    '+44 7400 123456 ext 12',
    '07400123456x12',
    '07400 123456 #12',
    '+44 7400 123456,,12',
    '07400 123456 доб. 5',
  ])('is told: %s', (typed) => {
    expect(readNumber(typed, 'GB')).toEqual({ type: 'extension' });
  });
});

describe('what is no number', () => {
  test.each([
    '07400 12',
    '+44 7400',
    '123',
    '+999 123456789',
    '0'.repeat(40),
    '00000000000',
    '1/2',
    '+'.padEnd(200, '1'),
  ])('though it is written like one: %s', (typed) => {
    expect(readNumber(typed, 'GB')).toEqual({ type: 'impossible' });
  });

  test.each([
    'maria',
    'maria92',
    '2020 maria',
    'n2020111',
    'user-2020111',
    '',
    '()',
    '+',
    '07400 123456 and 07400 654321',
  ])('nor written like one: %j', (typed) => {
    expect(readNumber(typed, 'GB')).toEqual({ type: 'other' });
  });

  test.each([
    ['GB', '0740012345'],
    ['JP', '090-1234-567'],
    ['TR', '0532 123 45 6'],
    ['EG', '٠١٠٠ ١٢٣ ٤٥٦'],
    ['ES', '612 345 67'],
  ] as const)('a digit is missing: %s %s', (country, typed) => {
    expect(readNumber(typed, country)).toEqual({ type: 'impossible' });
  });

  test('two numbers are not one', () => {
    expect(readNumber('07400 123456 / 07400 654321', 'GB').type).not.toBe('number');
  });
});

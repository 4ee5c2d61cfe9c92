import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIdentifier } from '../../../functions/recovery/identifiers';
import { readIdentifier } from '../../../functions/recovery/typed-identifier';

const read = (text: string, offersPhone = true) => readIdentifier({ text, country: 'GB', offersPhone });
const ok = (kind: string, value: string) => ({ type: 'ok', identifier: { kind, value } });
const invalid = (problem: string) => ({ type: 'invalid', problem });

describe('one field takes', () => {
  test('a number, national or international', () => {
    expect(read('07400 123456')).toEqual(ok('phone', '+447400123456'));
    expect(read(' +٤٤ ٧٤٠٠ ١٢٣٤٥٦ ')).toEqual(ok('phone', '+447400123456'));
  });

  test('a username', () => {
    expect(read(' Maria92 ')).toEqual(ok('username', 'maria92'));
    expect(read('2020-maria')).toEqual(ok('username', '2020-maria'));
  });

  test('an e-mail address, of digits too', () => {
    expect(read('07400123456@example.org')).toEqual(ok('email', '07400123456@example.org'));
    expect(read('０７４００１２３４５６＠example.org')).toEqual(ok('email', '07400123456@example.org'));
  });
});

describe('digits alone', () => {
  test('are a number, and the username that they can be comes second', () => {
    expect(read('07400123456')).toEqual({
      ...ok('phone', '+447400123456'),
      alternative: { kind: 'username', value: '07400123456' },
    });
  });

  test('are a username where they are too few for a number', () => {
    expect(read('4711')).toEqual(ok('username', '4711'));
    expect(read('12-34-56')).toEqual(ok('username', '12-34-56'));
  });

  test('are neither where they are a wrong number: the visitor chose the wrong country, or made a slip', () => {
    expect(read('07400123456789')).toEqual(invalid('identifier-phone-invalid'));
    expect(read('20201120')).toEqual(invalid('identifier-phone-invalid'));
  });

  test('are a username behind an @', () => {
    expect(read('@07400123456')).toEqual(ok('username', '07400123456'));
    expect(read('＠20201120')).toEqual(ok('username', '20201120'));
  });
});

describe('a number', () => {
  test('D3 with an extension is refused', () => {
    expect(read('07400 123456 ext. 12')).toEqual(invalid('identifier-phone-extension'));
  });

  test('with a plus or spaces is no username', () => {
    expect(read('+44 7400')).toEqual(invalid('identifier-phone-invalid'));
    expect(read('0740 01')).toEqual(invalid('identifier-phone-invalid'));
    expect(read('+447400123456')).toEqual(ok('phone', '+447400123456'));
  });

  test.each([
    '07400\u0000123456',
    '07400\n123456',
    '07400 123456\r\nBcc: a@x.org',
    '07400\u2028123456',
    '%2B447400123456',
  ])('B5 B6 with a control character or an escape is refused: %j', (typed) => {
    expect(read(typed)).toEqual(invalid('identifier-invalid'));
  });

  test('B8 is too long beyond 254 characters', () => {
    expect(read('1'.repeat(255))).toEqual(invalid('identifier-too-long'));
  });
});

describe('where no text messages are sent', () => {
  test('a number is told so', () => {
    expect(read('+447400123456', false)).toEqual(invalid('identifier-phone-off'));
    expect(read('07400 123456', false)).toEqual(invalid('identifier-phone-off'));
  });

  test('digits alone are a username', () => {
    expect(read('07400123456', false)).toEqual(ok('username', '07400123456'));
  });
});

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('+', '0', '7', '٤', '๔', ' ', '-', '(', ')', '.', '/', 'x', '#', '@', '\u200e'),
    maxLength: 30,
  }),
);

test('what was read is in the form that is stored, and without digits it is read as before', () => {
  fc.assert(
    fc.property(typed, fc.boolean(), (text, offersPhone) => {
      const result = read(text, offersPhone);
      if (!/\p{Nd}/u.test(text)) expect(result).toEqual(parseIdentifier(text));
      if (result.type === 'invalid') return;
      const { kind, value } = result.identifier;
      if (kind === 'phone') expect(value).toMatch(/^\+[1-9]\d{4,16}$/);
      else expect(parseIdentifier(value)).toEqual({ type: 'ok', identifier: result.identifier });
    }),
    { numRuns: 500 },
  );
}, 30_000);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printableName, printableUsername } from '../../../functions/mail/printable-name';

const isolated = (name: string) => `\u2068${name}\u2069`;

describe('a name that people have', () => {
  test.each([
    'Ana',
    'José Ñúñez',
    "Seán O'Brien-Smith",
    'J. R. R. Tolkien',
    'Dr. Müller',
    'Marcel·la',
    '山田 太郎',
    'محمد بن سلمان',
    'می\u200cخواهم',
    'क्‍ष',
    'ಅನಿತಾ',
    'player_99',
    'maria19850612',
    'maria_1985_06_12',
    'X Æ A-12',
    '👩‍👩‍👧',
    '$(ana)',
  ])('%s is printed as it is', (name) => {
    expect(printableName(name)).toBe(isolated(name));
  });

  test('spaces and line breaks become one space', () => {
    expect(printableName('  Ana \t\r\n  Ruiz ')).toBe(isolated('Ana Ruiz'));
  });

  test('what is not seen is taken out', () => {
    expect(printableName('A\u200bn\u00ada\u202e\ufeff\u0000\u{e0041}')).toBe(isolated('An\u00ada'));
  });
});

describe('G6 what is no name', () => {
  test.each([
    undefined,
    '',
    ' \u200b\u2060 ',
    'https://evil.example',
    'evil.example',
    'evil。example',
    'ｅｖｉｌ．ｅｘａｍｐｌｅ',
    'evil․example',
    'ev\u200bil.ex\u200bample',
    'www.evil',
    'ana@example.org',
    'ana＠example.org',
    'evil/path',
    'tel:1',
    '+44 7400 123456',
    '٠٧٤٠٠١٢٣٤٥٦',
    '1-8-0-0-5-5-5',
    'a'.repeat(61),
    `a${'\u0301'.repeat(80)}`,
    'a\ud800.evil',
  ])('%j is not printed', (name) => {
    expect(printableName(name)).toBeUndefined();
  });

  test('60 characters are a name, in any script', () => {
    expect(printableName('𠮷'.repeat(60))).toBe(isolated('𠮷'.repeat(60)));
  });
});

describe('a username', () => {
  test('may hold dots, and makes no link with them', () => {
    expect(printableUsername('ana.ruiz')).toBe(isolated('ana\u2024ruiz'));
    expect(printableUsername('evil.example')).not.toContain('.');
  });

  test.each(['ana@example.org', 'https://evil', '+44 7400 123456', '07.400.12.34.56', '', '.', 'a'.repeat(61)])(
    '%j is not printed',
    (username) => {
      expect(printableUsername(username)).toBeUndefined();
    },
  );
});

test('whatever the name, what is printed is one line and isolated once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
      const printed = printableName(name);
      if (printed === undefined) return;
      expect(printed).toMatch(/^\u2068[^\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+\u2069$/u);
      expect(printed.isWellFormed()).toBe(true);
    }),
  );
});

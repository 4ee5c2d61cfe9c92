import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldIdentifier, parseIdentifier } from '../../../functions/recovery/identifiers';

const invalid = (problem: string) => ({ type: 'invalid', problem });
const username = (value: string) => ({ type: 'ok', identifier: { kind: 'username', value } });
const email = (value: string) => ({ type: 'ok', identifier: { kind: 'email', value } });

describe('a username', () => {
  test.each([
    ['maria', 'maria'],
    ['  Maria  ', 'maria'],
    ['\u3000maria\u00a0', 'maria'],
    ['MARIA_92.x-y', 'maria_92.x-y'],
    ['ｍａｒｉａ９２', 'maria92'],
    ['さくら', 'さくら'],
    ['ｻｸﾗ', 'サクラ'],
    ['محمد', 'محمد'],
    ['ΜΑΡΙΑΣ', 'μαριασ'],
  ])('%j is %j', (typed, value) => {
    expect(parseIdentifier(typed)).toEqual(username(value));
  });

  test('C7 loses the @ that stands before a handle', () => {
    expect(parseIdentifier('@Maria')).toEqual(username('maria'));
    expect(parseIdentifier('＠ maria')).toEqual(username('maria'));
  });

  test('C3 is one in NFC and in NFD', () => {
    expect(parseIdentifier('jose\u0301')).toEqual(parseIdentifier('jos\u00e9'));
    expect(parseIdentifier('JOSE\u0301')).toEqual(username('jos\u00e9'));
  });

  test('C1 C8 keeps the dotless i apart from i, in every language of the page', () => {
    expect(parseIdentifier('m\u0131ke')).toEqual(username('m\u0131ke'));
    expect(parseIdentifier('MIKE')).toEqual(username('mike'));
    expect(parseIdentifier('M\u0130KE')).not.toEqual(username('mike'));
  });

  test('C2 keeps Cyrillic letters apart from Latin ones', () => {
    expect(parseIdentifier('\u0430dmin')).toEqual(username('\u0430dmin'));
  });

  test.each([
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['word joiner', '\u2060'],
    ['byte order mark', '\ufeff'],
    ['soft hyphen', '\u00ad'],
    ['right-to-left override', '\u202e'],
    ['left-to-right isolate', '\u2066'],
    ['Arabic letter mark', '\u061c'],
  ])('C4 with a %s is refused, wherever it stands', (_, character) => {
    for (const typed of [`ad${character}min`, `${character}admin`, `admin${character}`]) {
      expect(parseIdentifier(typed)).toEqual(invalid('identifier-invalid'));
    }
  });

  test.each(['\0', '\u0001', '\t', '\n', '\r', '\u001f', '\u007f', '\u0085', '\u2028', '\u2029', '\ud800', '\ue000'])(
    'B6 with the control character %j is refused, wherever it stands',
    (character) => {
      for (const typed of [`ad${character}min`, `${character}admin`, `admin${character}`]) {
        expect(parseIdentifier(typed)).toEqual(invalid('identifier-invalid'));
      }
    },
  );

  test.each(['two words', 'a,b', 'a;b'])('that is a list, such as %j, is refused', (typed) => {
    expect(parseIdentifier(typed)).toEqual(invalid('identifier-invalid'));
  });
});

describe('an e-mail address', () => {
  test('C5 has one form for its Unicode and its punycode domain', () => {
    expect(parseIdentifier('user@B\u00dcCHER.example')).toEqual(email('user@xn--bcher-kva.example'));
    expect(parseIdentifier('user@bu\u0308cher.example')).toEqual(email('user@xn--bcher-kva.example'));
    expect(parseIdentifier('user@XN--BCHER-KVA.example')).toEqual(email('user@xn--bcher-kva.example'));
  });

  test('C6 keeps what stands behind a plus', () => {
    expect(parseIdentifier('User+Tag@example.org')).toEqual(email('user+tag@example.org'));
  });

  test.each([
    ['ＭＡＲＩＡ＠ＥＸＡＭＰＬＥ．ＪＰ', 'maria@example.jp'],
    ['user@example.org.', 'user@example.org'],
    ['user@例え。テスト', 'user@xn--r8jz45g.xn--zckzah'],
    ["o'neil!#$&*/=?^_`{|}~@example.org", "o'neil!#$&*/=?^_`{|}~@example.org"],
    ['two..dots.@example.org', 'two..dots.@example.org'],
  ])('%j is %j', (typed, value) => {
    expect(parseIdentifier(typed)).toEqual(email(value));
  });

  test('C1 keeps the dotless i apart in both parts', () => {
    expect(parseIdentifier('m\u0131ke@example.org')).not.toEqual(email('mike@example.org'));
    expect(parseIdentifier('mike@g\u0131thub.example')).toEqual(email('mike@xn--gthub-n4a.example'));
  });

  test.each([
    'a@x.org,b@y.org',
    'a@x.org;b@y.org',
    'a@x.org b@y.org',
    'a@x.org\u00a0b@y.org',
    'a@b@x.org',
    '<a@x.org>',
    'a@x.org|b@y.org',
  ])('B4 has no second one: %j is refused', (typed) => {
    expect(parseIdentifier(typed)).toEqual(invalid('identifier-invalid'));
  });

  test.each(['a@x.org%0d%0aBcc:b@y.org', 'a%0D%0Ab@x.org', 'a@x.org%00', 'a@x.org\r\nBcc: b@y.org'])(
    'B5 has no header in it: %j is refused',
    (typed) => {
      expect(parseIdentifier(typed)).toEqual(invalid('identifier-invalid'));
    },
  );

  test.each([
    'a@',
    'a@x',
    'a@.org',
    'a@x..org',
    'a@-x.org',
    'a@127.0.0.1',
    'a@0x7f.1',
    'a@[::1]',
    'a@x.org/path',
    'a@x.org:25',
    'a@x.org?q',
    'a@x.org#f',
    'a@x_y.org',
    '@@',
    '"a b"@x.org',
  ])('%j is none', (typed) => {
    expect(parseIdentifier(typed).type).toBe('invalid');
  });

  test('has 64 octets before the @ at most, and 254 in all', () => {
    expect(parseIdentifier(`${'a'.repeat(64)}@x.org`).type).toBe('ok');
    expect(parseIdentifier(`${'a'.repeat(65)}@x.org`)).toEqual(invalid('identifier-too-long'));
    expect(parseIdentifier(`${'é'.repeat(33)}@x.org`)).toEqual(invalid('identifier-too-long'));
  });
});

/** Random input takes its time on a busy machine. */
const TIMEOUT = 30_000;

describe('what was typed', () => {
  test.each(['', '   ', '@', ' @ '])('%j is missing', (typed) => {
    expect(parseIdentifier(typed)).toEqual(invalid('identifier-missing'));
  });

  test('B8 is too long beyond 254 characters, whatever it is', () => {
    expect(parseIdentifier('a'.repeat(254)).type).toBe('ok');
    expect(parseIdentifier('a'.repeat(255))).toEqual(invalid('identifier-too-long'));
    expect(parseIdentifier('\0'.repeat(5000))).toEqual(invalid('identifier-too-long'));
  });

  test(
    'has one canonical form: parsing that again changes nothing',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
          const first = parseIdentifier(typed);
          if (first.type === 'invalid') return;
          expect(parseIdentifier(first.identifier.value)).toEqual(first);
        }),
      );
    },
    TIMEOUT,
  );

  test(
    'is never an error of the program',
    () => {
      const awkward = fc.string({
        unit: fc.constantFrom('@', '.', '%', '[', ':', 'a', 'ü', '\u0301', '。', '-', '\\', '/'),
      });
      fc.assert(
        fc.property(awkward, (typed) => {
          expect(['ok', 'invalid']).toContain(parseIdentifier(typed).type);
        }),
      );
    },
    TIMEOUT,
  );

  test(
    'folds to the same text however often it is folded',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (typed) => {
          expect(foldIdentifier(foldIdentifier(typed))).toBe(foldIdentifier(typed));
        }),
      );
    },
    TIMEOUT,
  );
});

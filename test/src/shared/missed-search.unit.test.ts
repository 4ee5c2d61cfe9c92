import { describe, expect, test } from 'vitest';
import { missedWords, searchLimits } from '../../../src/shared/missed-search';

describe('what is kept of a search', () => {
  test.each([
    ['Change  my USERNAME?', 'change my username'],
    ['“cambiar” mi nombre', 'cambiar mi nombre'],
    ['لا تصلني الرسالة؟', 'لا تصلني الرسالة'],
    ['パスワードを忘れた', 'パスワードを忘れた'],
    ['नाम बदलना।', 'नाम बदलना'],
    ['ስም ምቕያር፧', 'ስም ምቕያር'],
    ["n'arrive pas", "n'arrive pas"],
    ['می‌خواهم', 'می‌خواهم'],
  ])('is its words: %s', (query, words) => expect(missedWords(query)).toBe(words));

  test('is one line for the same search in other letter cases and forms of Unicode', () => {
    expect(missedWords('JOSE\u0301')).toBe(missedWords('josé'));
  });

  test('is cut to a few words and letters', () => {
    expect(missedWords('a '.repeat(50)).split(' ')).toHaveLength(searchLimits.WORDS_MAX);
    expect([...missedWords(`${'abcdefghij'.repeat(2)} `.repeat(8))].length).toBeLessThanOrEqual(
      searchLimits.LETTERS_MAX,
    );
  });
});

describe('nothing that may name somebody is kept:', () => {
  test.each([
    'maya@example.com',
    'maya＠example.com',
    '@maya',
    'maya_okafor',
    'maya77',
    '+44-7400-123456',
    '٤٤٧٤٠٠',
    '४४७४००',
    '482913',
    'https://help.example/en/account/new-password/?token=AbC',
    'help.example',
    '192.168.0.1',
    '2001:db8::1',
    'AbCdEfGhIjKlMnOpQrStUvWxYz',
    'a:b',
    'ma\u0000ya',
    '\u202emaya',
    '<script>',
  ])('%j', (query) => {
    expect(missedWords(query)).toBe('');
    expect(missedWords(`delete ${query} account`)).toBe('delete account');
  });
});

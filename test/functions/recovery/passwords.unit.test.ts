import { describe, expect, test } from 'vitest';
import { createPasswordJudge } from '../../../functions/recovery/passwords';

const context = { brand: 'Acme', username: 'maria.92', email: 'maria.garcia+news@example.org' };
const judge = createPasswordJudge();
const judgeShort = createPasswordJudge({ min: 8, max: 128 });

describe('a new password', () => {
  test.each([
    'seven quiet otters paint',
    'jK4?mW9!zR2#pL6',
    'слон поёт тихо в саду',
    '静かな七匹のかわうそが絵を描いている',
    '🦦🎨🌙🪴🧶🫖🚲🪁🧭🎈🪵🧵🪺🫧🪨',
  ])('%j is accepted', (password) => {
    expect(judge(password, context)).toEqual([]);
  });

  test('is missing when it is empty', () => {
    expect(judge('', context)).toEqual(['password-missing']);
  });

  test('I1 is measured in code points, not in bytes or half characters', () => {
    expect(judge('jK4?mW9!zR2#pL', context)).toEqual(['password-too-short']);
    expect(judge('🦦🎨🌙🪴🧶🫖🚲🪁🧭🎈🪵🧵🪺🫧', context)).toEqual(['password-too-short']);
  });

  test('I2 may have 128 characters and no more', () => {
    const long = 'jK4?mW9!'.repeat(16);
    expect(judge(long, context)).toEqual([]);
    expect(judge(`${long}x`, context)).toEqual(['password-too-long']);
  });

  test('I3 counts spaces, at the ends too', () => {
    expect(judge('  jK4?mW9!zR2  ', context)).toEqual([]);
  });

  test.each(['password', 'Password', 'qwerty', 'iloveyou', 'trustno1'])(
    'I4 that is on the list, such as %j, is refused',
    (password) => {
      expect(judgeShort(password, context)).toContain('password-common');
    },
  );

  test.each([
    'passwordpassword',
    'Sunshine football',
    'aaaaaaaaaaaaaaaaa',
    'xyxyxyxyxyxyxyxy',
    'парольпарольпароль',
    '1234567890123456',
    '9876543210987654',
    'abcdefghijklmnop',
    'qwertyuiopasdfgh',
    '1qaz2wsx3edc4rfv',
    '1qaz2wsx3edc4rfv5tgb',
  ])('I4 that is guessed by rule, such as %j, is refused', (password) => {
    expect(judge(password, context)).toEqual(['password-common']);
  });

  test.each([
    ['the brand', 'my very own ACME login'],
    ['the brand with dots', 'my very own A.c.m.e login'],
    ['the username', 'otters of Maria 92 paint'],
    ['the address', 'maria.garcia paints otters'],
  ])('I4 that holds %s is refused', (_, password) => {
    expect(judge(password, context)).toEqual(['password-context']);
  });

  test('may hold a name of three letters, which stands in many words', () => {
    expect(judge('seven creamy otters paint', { brand: 'Acme', username: 'amy' })).toEqual([]);
  });

  test('is told all its problems at once', () => {
    expect(judge('password', { brand: 'Acme', username: 'password' })).toEqual([
      'password-too-short',
      'password-common',
      'password-context',
    ]);
  });
});

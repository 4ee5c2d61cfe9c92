import { describe, expect, it } from 'vitest';
import { fitBegun, fitForm, fitMistyped } from '../../../src/search/word-fit';

describe('a begun word', () => {
  it('fits perfectly when it is whole', () => {
    expect(fitBegun('reset', 'reset')).toBe(1);
  });

  it('fits better the more of it is typed', () => {
    expect(fitBegun('passw', 'password')).toBeGreaterThan(fitBegun('pa', 'password'));
    expect(fitBegun('passwor', 'password')).toBeLessThan(1);
  });

  it('does not fit a word that it does not begin', () => {
    expect(fitBegun('word', 'password')).toBe(0);
    expect(fitBegun('passwords', 'password')).toBe(0);
  });
});

describe('another form of a word', () => {
  it.each([
    ['resets', 'reset'],
    ['resetting', 'reset'],
    ['company', 'compani'],
    ['companies', 'compani'],
    ['contraseñas'.normalize('NFD').replace(/\p{M}/gu, ''), 'contrasen'],
    ['حسابي', 'حساب'],
  ])('fits: %s, %s', (typed, stem) => {
    expect(fitForm(typed, stem)).toBeGreaterThan(0);
  });

  it.each([
    ['contact', 'contain'],
    ['support', 'suppos'],
    ['mail', 'main'],
    ['logistics', 'log'],
    ['forgot', 'form'],
  ])('is not merely a word that begins alike: %s, %s', (typed, stem) => {
    expect(fitForm(typed, stem)).toBe(0);
  });
});

describe('a mistyped word', () => {
  it.each([
    ['pasword', 'password', 'a letter left out'],
    ['passsword', 'password', 'a letter too many'],
    ['passwurd', 'password', 'a wrong letter'],
    ['passwrod', 'password', 'two letters swapped'],
    ['acounts', 'account', 'an error and an ending'],
    ['verfication', 'verification', 'a long word'],
  ])('fits: %s, %s (%s)', (typed, word) => {
    expect(fitMistyped(typed, word)).toBeGreaterThan(0);
  });

  it.each([
    ['bassword', 'password', 'the first letter is wrong'],
    ['cod', 'code', 'it is too short to tell'],
    ['banana', 'bank', 'a short word with an ending'],
    ['reset', 'resend', 'two errors in a short word'],
    ['telephone', 'television', 'too many errors'],
  ])('does not fit: %s, %s (%s)', (typed, word) => {
    expect(fitMistyped(typed, word)).toBe(0);
  });

  it('fits worse with two errors than with one', () => {
    expect(fitMistyped('verfcation', 'verification')).toBeLessThan(fitMistyped('verfication', 'verification'));
  });
});

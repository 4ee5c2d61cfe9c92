import { describe, expect, it } from 'vitest';
import { excerptOf, markWords, type Piece } from '../../../src/search/excerpt';

const show = (pieces: readonly Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

describe('marked words', () => {
  it('are the forms of what was searched for, in the writing of the text', () => {
    expect(show(markWords('Resetting passwords: reset it', ['reset', 'password'], 'en'))).toBe(
      '[Resetting] [passwords]: [reset] it',
    );
    expect(show(markWords('¿Olvidaste tu contraseña?', ['contrasen'], 'es'))).toBe('¿Olvidaste tu [contraseña]?');
    expect(show(markWords('نسيت كلمة المرور', ['كلم', 'مرور'], 'ar'))).toBe('نسيت [كلمة] [المرور]');
  });

  it('are stretches in a language without spaces, neighbours as one', () => {
    expect(show(markWords('ログインできないとき', ['ろぐいん', 'でき', 'ない'], 'ja'))).toBe('[ログインできない]とき');
  });

  it('are not those of one or two letters', () => {
    expect(show(markWords('No code for me', ['no', 'code', 'me'], 'en'))).toBe('No [code] for me');
  });

  it('join to the text, whatever it holds', () => {
    const text = '<b onclick=x>reset</b> & “reset”\n';
    expect(plain(markWords(text, ['reset'], 'en'))).toBe(text);
  });
});

describe('an excerpt', () => {
  const filler = Array.from({ length: 60 }, (_, index) => `filler${index}`).join(' ');

  it('is the whole text where that is short', () => {
    expect(show(excerptOf('Press the button.\nThen wait.', ['wait'], 'en'))).toBe('Press the button. Then [wait].');
  });

  it('is the part where most of the words stand, cut between words', () => {
    const found = show(excerptOf(`code ${filler} code expired code ${filler}`, ['code', 'expired'], 'en'));
    expect(found).toMatch(/^…filler\d+ .*\[code\] \[expired\] \[code\] filler.* filler\d+…$/);
    expect(found.length).toBeLessThan(180);
  });

  it('is the beginning where none of the words stand', () => {
    expect(show(excerptOf(filler, ['code'], 'en'))).toMatch(/^filler0 .*…$/);
  });

  it('takes half as many letters in a language without spaces', () => {
    const text = 'ねこ'.repeat(100);
    expect(plain(excerptOf(text, ['いぬ'], 'ja'))).toHaveLength(76);
  });

  it('ends at the end of a text whose last words were searched for', () => {
    expect(show(excerptOf(`${filler} code`, ['code'], 'en'))).toMatch(/^….*\[code\]$/);
  });
});

import { expect, test } from 'vitest';
import { choiceCookie, readChoice } from '../../../src/shared/language-choice';

test('a choice that was kept is read again', () => {
  expect(readChoice(`a=b; ${choiceCookie('zh-hant')}`)).toBe('zh-hant');
});

test.each(['', 'xlocale=es', 'locale=', 'locale=<script>', 'LOCALE=es'])('no choice is read from "%s"', (cookies) => {
  expect(readChoice(cookies)).toBeUndefined();
});

test('a choice holds for the whole site, and for a year', () => {
  expect(choiceCookie('es')).toBe('locale=es;path=/;max-age=31536000;samesite=lax');
});

import { expect, test } from 'vitest';
import { CHOICE_PREFIX, CHOICE_SUFFIX, readChoice } from '../../../src/shared/language-choice';

test('a choice that was kept is read again', () => {
  expect(readChoice(`a=b; ${CHOICE_PREFIX}zh-hant${CHOICE_SUFFIX}`)).toBe('zh-hant');
});

test.each(['', 'xlocale=es', 'locale=', 'locale=<script>', 'LOCALE=es'])('no choice is read from "%s"', (cookies) => {
  expect(readChoice(cookies)).toBeUndefined();
});

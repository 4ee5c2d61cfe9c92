import { describe, expect, test } from 'vitest';
import { inertText } from '../../../functions/mail/inert-text';

describe('a visitor’s words in an e-mail to staff', () => {
  test.each([
    ['https://evil.example/a', 'https[:]//evil[.]example/a'],
    ['www.evil.example', 'www[.]evil[.]example'],
    ['maya@example.org', 'maya[@]example[.]org'],
    ['ｍaya＠example。org', 'ｍaya[@]example[.]org'],
    ['javascript:alert(1)', 'javascript[:]alert(1)'],
    ['192.0.2.1', '192[.]0[.]2[.]1'],
  ])('hold no link that a mail program could make: %s', (typed, inert) => {
    expect(inertText(typed)).toBe(inert);
  });

  test.each(['+49 151 23456789', '0044 7400 123456', '(555) 123-4567', '٠١٢٣٤٥٦٧٨٩'])(
    'hold no number long enough to be called: %s',
    (typed) => expect(inertText(typed)).not.toMatch(/(?:\p{Nd}[\p{Zs}()./-]*){7}/u),
  );

  test.each(['I pressed OK. Then nothing.', 'At 10:30 it said: no', 'Order 12345', 'می‌خواهم', 'two\nlines\tand a tab'])(
    'are left alone otherwise: %s',
    (typed) => expect(inertText(typed)).toBe(typed),
  );

  test('lose what is not seen and what turns text around', () => {
    expect(inertText('a\u202eb\u200bc\u0007d\ufeff')).toBe('abcd');
  });
});

import { describe, expect, test } from 'vitest';
import { readFields } from '../../../functions/support/read-fields';
import { contactTopicNames, fieldsOf, ticketFields } from '../../../src/shared/contact-topics';

describe('what a visitor typed', () => {
  test('is trimmed, with the address made canonical and line breaks made one character', () => {
    const read = readFields('other', { email: ' Maya@BÜCHER.example ', message: ' a\r\nb ' });
    expect(read).toEqual({ type: 'ok', email: 'maya@xn--bcher-kva.example', fields: { message: 'a\nb' } });
  });

  test('may leave out what is optional', () => {
    expect(readFields('hacked', { email: 'a@b.example', account: 'maya', message: ' ' })).toEqual({
      type: 'ok',
      email: 'a@b.example',
      fields: { account: 'maya' },
    });
  });

  test.each(contactTopicNames)('has all its problems told at once, in the order of the form: %s', (topic) => {
    const required = fieldsOf(topic).flatMap(([field, need]) => (need === 'required' ? [field] : []));
    const problems = required.map((field) => ({ field, problem: 'missing' }));
    expect(readFields(topic, {})).toEqual({ type: 'invalid', problems });
  });

  test.each([
    ['a@b.example,c@d.example', 'invalid'],
    ['maya', 'invalid'],
    ['a@b.example\u0000', 'invalid'],
    [`${'a'.repeat(ticketFields.email.maxLength)}@b.example`, 'too-long'],
  ])('is no e-mail address: %s', (email, problem) => {
    expect(readFields('other', { email, message: 'm' })).toEqual({
      type: 'invalid',
      problems: [{ field: 'email', problem }],
    });
  });

  test.each(['a\u2028b', 'a\u0085b', 'a\u000bb'])('keeps the line breaks of programs as its own: %j', (message) => {
    expect(readFields('other', { email: 'a@b.example\u200e', message })).toMatchObject({ fields: { message: 'a\nb' } });
  });

  test.each(['a\u0000b', 'a\u0001b', 'a\ud800b', 'a\uffffb'])('holds nothing that cannot be read: %j', (message) => {
    expect(readFields('other', { email: 'a@b.example', message })).toMatchObject({ type: 'invalid' });
  });

  test.each(['\u202dmaya\u202c', '\u2068maya\u2069', '\ufeffmaya'])(
    'loses what programs copy along and nobody sees: %j',
    (copied) => {
      const fields = { email: `${copied}@b.example`, account: copied, message: `I am ${copied}` };
      expect(readFields('cannot-log-in', fields)).toEqual({
        type: 'ok',
        email: 'maya@b.example',
        fields: { account: 'maya', message: 'I am maya' },
      });
    },
  );

  test('may hold characters that are newer than this program', () => {
    const message = 'help \u{1fae9}\u{e0fff}\uf8ff';
    expect(readFields('other', { email: 'a@b.example', message })).toMatchObject({ fields: { message } });
  });

  test.each(['a\nb', 'a\tb'])('is one line where one line is asked for: %j', (account) => {
    const read = readFields('hacked', { email: 'a@b.example', account });
    expect(read).toEqual({ type: 'invalid', problems: [{ field: 'account', problem: 'invalid' }] });
  });

  test.each(['می‌خواهم', 'नमस्ते', '👩‍👩‍👧', 'שלום\u200f'])(
    'keeps the joiners and marks that scripts need: %s',
    (message) => {
      expect(readFields('other', { email: 'a@b.example', message })).toMatchObject({ fields: { message } });
    },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, words } from '../../../functions/mail/html';

test('values are escaped, in text and in attributes', () => {
  const value = `<b title="x">&'`;
  expect(html`<p title="${value}">${value}</p>`.markup).toBe(
    '<p title="&lt;b title=&quot;x&quot;&gt;&amp;&#39;">&lt;b title=&quot;x&quot;&gt;&amp;&#39;</p>',
  );
});

test('markup within markup is left as it is', () => {
  expect(html`<ul>${['a', '<b>'].map((item) => html`<li>${item}</li>`)}</ul>`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>',
  );
});

test('an isolated run and a line break become their elements', () => {
  expect(words('a \u2068<i>\u2069\nb').markup).toBe('a <bdi>&lt;i&gt;</bdi><br>b');
});

test('no value opens a tag, closes a quote or begins an entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(html`${value}`.markup).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});

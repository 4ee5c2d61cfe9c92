import { expect, test } from 'vitest';
import { parseElements } from '../../scripts/built-pages';

test('every element is found in order, with its attributes decoded and its own text', () => {
  const elements = parseElements('<p id="a">One <a href="/x/?a=1&amp;b=2">two</a></p><script>let c = "<b>";</script>');
  expect(elements.filter(({ name }) => ['p', 'a', 'b', 'script'].includes(name))).toEqual([
    { name: 'p', attributes: { id: 'a' }, text: 'One ' },
    { name: 'a', attributes: { href: '/x/?a=1&b=2' }, text: 'two' },
    { name: 'script', attributes: {}, text: 'let c = "<b>";' },
  ]);
});

import { describe, expect, test } from 'vitest';
import { brotliBytes, exceeded, weigh } from '../../../scripts/bench/article-weight';
import { parseElements } from '../../../scripts/built-pages';

function weighHtml(html: string) {
  const page = { path: '/en/a/b/', html: Buffer.from(html), elements: parseElements(html) };
  return weigh(page, () => Buffer.from('external();'));
}

describe('JavaScript before interaction', () => {
  test.each([
    ['<script>inline();</script>', 9],
    ['<script type="module">inline();</script>', 9],
    ['<script type="module" src="/a.js"></script>', 11],
    ['<script>one();</script><script src="/a.js" async></script>', 17],
    ['<script type="application/ld+json">{"not": "code"}</script>', 0],
    ['<script>"é"</script>', 4],
  ])('%s weighs %i bytes', (html, bytes) => expect(weighHtml(html).scriptBytes).toBe(bytes));
});

describe('what the first paint waits for', () => {
  test.each([
    ['<script src="/a.js"></script>', 1],
    ['<link rel="stylesheet" href="/a.css">', 1],
    ['<script src="/a.js" defer></script>', 0],
    ['<script src="/a.js" type="module"></script>', 0],
    ['<style>p{}</style>', 0],
    ['<link rel="stylesheet" media="print" href="/a.css">', 0],
  ])('in %s is %i', (html, count) => expect(weighHtml(html).blocking).toBe(count));
});

test('a page on the wire is weighed as a CDN compresses it, which is more than at its best', () => {
  const words = Array.from({ length: 3000 }, (_, index) => `word${(index * index) % 997}`).join(' ');
  const { wireBytes } = weighHtml(`<p>${words}`);
  expect(wireBytes).toBeGreaterThan(brotliBytes(Buffer.from(`<p>${words}`), 11));
  expect(wireBytes).toBeLessThan(words.length);
});

test('each budget is kept at its limit, and told beyond it', () => {
  const limit = { path: '/en/a/b/', wireBytes: 14_000, scriptBytes: 1_500, blocking: 0 };
  expect(exceeded(limit)).toEqual([]);
  expect(exceeded({ ...limit, wireBytes: 14_001, scriptBytes: 1_501, blocking: 1 })).toEqual([
    '/en/a/b/: wireBytes is 14001, the budget is 14000',
    '/en/a/b/: scriptBytes is 1501, the budget is 1500',
    '/en/a/b/: blocking is 1, the budget is 0',
  ]);
});

import { expect, test } from 'vitest';
import { parseArticle, setHashes, withFrontmatter } from '../../scripts/content-files';

const source = `---
title: Locked out # said aloud
description: Why you see this message, how long it lasts and what you can do now.
keywords: [locked out, try again later]
updated: 2026-11-20
order: 1
related: []
---

Words.
`;

test('an article is its frontmatter and what follows it', () => {
  const { data, body } = parseArticle('en/a/b', source);
  expect(data.title).toBe('Locked out');
  expect(body).toBe('\nWords.\n');
});

test.each([
  ['without frontmatter', 'Words.'],
  ['with frontmatter that is no YAML', source.replace('[locked', '[[locked')],
  ['with frontmatter that breaks a rule', source.replace('order: 1', 'order: first')],
])('a file %s is refused by name', (_, text) => {
  expect(() => parseArticle('en/a/b', text)).toThrow(/content\/en\/a\/b\.mdx/);
});

test('a change of the frontmatter keeps comments, lists and the text as they are', () => {
  const changed = withFrontmatter('en/a/b', source, (document) => document.setIn(['order'], 2));
  expect(changed).toBe(source.replace('order: 1', 'order: 2'));
});

test('hashes that look like numbers stay texts', () => {
  const hashes = { '00123456': '1e234567' };
  const changed = withFrontmatter('en/a/b', source, (document) => setHashes(document, ['minor'], hashes));
  expect(changed).toContain('minor:\n  "00123456": "1e234567"\n');
  expect(parseArticle('en/a/b', changed).data.minor).toEqual(hashes);
});

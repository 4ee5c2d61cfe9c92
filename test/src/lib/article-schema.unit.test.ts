import { expect, test } from 'vitest';
import { articleSchema } from '../../../src/lib/article-schema';

const valid = {
  title: 'Locked out',
  description: 'Why you see this message, how long it lasts and what you can do now.',
  keywords: ['locked out'],
  updated: '2026-11-20',
  order: 1,
  related: ['logging-in/locked-out'],
};

test('complete frontmatter is accepted, its date as a day in UTC', () => {
  expect(articleSchema.parse(valid).updated).toEqual(new Date('2026-11-20T00:00:00Z'));
});

test('a Japanese letter counts as two, since it says as much', () => {
  expect(articleSchema.safeParse({ ...valid, description: 'あ'.repeat(30) }).success).toBe(true);
  expect(articleSchema.safeParse({ ...valid, description: 'あ'.repeat(81) }).success).toBe(false);
});

test.each([
  ['a name that nobody knows', { titel: 'T' }],
  ['no title', { title: ' ' }],
  ['a title of two lines', { title: 'a\nb' }],
  ['a description too short to be listed', { description: 'Short.' }],
  ['a description that search engines would cut', { description: 'x'.repeat(161) }],
  ['no keywords', { keywords: [] }],
  ['a date that is none', { updated: 'soon' }],
  ['a related article without its topic', { related: ['locked-out'] }],
  ['a hash that YAML has read as a number', { minor: { 12345678: 12345678 } }],
  ['a status that nobody knows', { translation: { status: 'good', source: {} } }],
])('%s is refused', (_, change) => {
  expect(articleSchema.safeParse({ ...valid, ...change }).success).toBe(false);
});

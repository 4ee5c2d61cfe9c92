import { expect, test } from 'vitest';
import { articlePassages, GAP, messagePassages } from '../../../scripts/language-checks/passages';
import type { ArticleEntry } from '../../../src/lib/library';
import { hashSections } from '../../../src/lib/section-hash';

const data = { title: 'T', description: 'D', keywords: ['k'], updated: new Date(0), order: 1, related: [] };
const body = 'Hi <Brand />.\n\n<Section id="why" title="Why">\n\nSo.\n\n</Section>';
const english: ArticleEntry = { id: 'en/topic/one', data, body };
const translation = { status: 'machine' as const, source: hashSections(english) };
const spanish = { id: 'es/topic/one', data: { ...data, title: 'Uno', translation }, body: body.replace('So', 'Así') };

test('a message is a passage beside its English one, all plural forms together', () => {
  const [passage] = messagePassages('es', { a: { one: 'un', other: 'unos' } }, { a: { one: 'one', other: 'some' } });
  expect(passage).toEqual({
    file: 'locales/es.json',
    place: 'a',
    text: 'un\nunos',
    forms: 2,
    english: 'one\nsome',
    englishForms: 2,
  });
});

const file = 'content/es/topic/one.mdx';

test('an article is its head, its intro and each section', () => {
  expect(articlePassages(spanish, english)).toEqual([
    { file, forms: 1, englishForms: 1, place: 'topic/one#head', text: 'Uno\nD', english: 'T\nD' },
    { file, forms: 1, englishForms: 1, place: 'topic/one#intro', text: `Hi ${GAP}.`, english: `Hi ${GAP}.` },
    { file, forms: 1, englishForms: 1, place: 'topic/one#why', text: 'Why\nAsí.', english: 'Why\nSo.' },
  ]);
});

test('a section that English has changed since stands alone', () => {
  const changed = { ...english, body: body.replace('So', 'Otherwise') };
  expect(articlePassages(spanish, changed).map((passage) => passage.english)).toEqual([
    'T\nD',
    `Hi ${GAP}.`,
    undefined,
  ]);
});

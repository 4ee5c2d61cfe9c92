import { expect, test } from 'vitest';
import { reportTranslations } from '../../scripts/translation-report';
import type { ArticleData } from '../../src/lib/article-schema';
import type { ArticleEntry } from '../../src/lib/library';
import { hashSections } from '../../src/lib/section-hash';
import { localeInfo } from '../../src/shared/locales';

const data: ArticleData = {
  title: 'T',
  description: 'D',
  keywords: ['k'],
  updated: new Date(0),
  order: 1,
  related: [],
};
const english: ArticleEntry = { id: 'en/topic/one', data, body: 'Words.' };
const source = hashSections(english);
const spanish: ArticleEntry = { id: 'es/topic/one', data: { ...data, translation: { status: 'machine', source } } };
const report = (entries: readonly ArticleEntry[]) =>
  reportTranslations(entries, [localeInfo('en'), localeInfo('es')]).split('\n');

test('a complete language is one line of counts', () => {
  expect(report([english, spanish])).toEqual([
    'language    online  articles  out of date  missing  machine  reviewed',
    'es Spanish  yes     1         0            0        1        0',
  ]);
});

test('what is out of date is named with its sections', () => {
  expect(report([{ ...english, body: 'Other words.' }, spanish])).toContain('es out of date: topic/one: intro');
});

test('what is missing is named with the language shown instead', () => {
  expect(report([english])).toContain('es missing: topic/one (shown in en)');
});

import { describe, expect, test } from 'vitest';
import type { ArticleData } from '../../../src/lib/article-schema';
import { type ArticleEntry, shelve, splitId } from '../../../src/lib/library';
import { hashSections } from '../../../src/lib/section-hash';

const body = '<Question id="why" title="Why?">\nBecause.\n</Question>';

function article(id: string, data: Partial<ArticleData> = {}, source = body): ArticleEntry {
  const base = { title: 'T', description: 'D', keywords: ['k'], updated: new Date(0), order: 1, related: [] };
  return { id, body: source, data: { ...base, ...data } };
}

function translation(id: string, original: ArticleEntry, data: Partial<ArticleData> = {}): ArticleEntry {
  return article(id, { translation: { status: 'machine', source: hashSections(original) }, ...data });
}

const english = article('en/topic/first');

describe('what a reader is shown', () => {
  test('begins with the topic that most visitors need', () => {
    const entries = [article('en/account-security/x'), article('en/logging-in/y'), article('en/support/z')];
    const keys = shelve(entries, ['en'])
      .get('en')
      ?.map(({ key }) => key);
    expect(keys).toEqual(['logging-in/y', 'account-security/x', 'support/z']);
  });

  test('is every article, by topic and then by its place', () => {
    const entries = [article('en/b/x', { order: 1 }), article('en/a/y', { order: 2 }), article('en/a/z', { order: 1 })];
    expect(
      shelve(entries, ['en'])
        .get('en')
        ?.map(({ key }) => key),
    ).toEqual(['a/z', 'a/y', 'b/x']);
  });

  test('is their own translation', () => {
    const [shown] = shelve([english, translation('es/topic/first', english)], ['en', 'es']).get('es') ?? [];
    expect(shown).toMatchObject({ locale: 'es', shownLocale: 'es', isFallback: false, stale: [] });
    expect(shown?.entry.id).toBe('es/topic/first');
  });

  test('is English where there is no translation, and said to be so', () => {
    const [shown] = shelve([english], ['en', 'ja']).get('ja') ?? [];
    expect(shown).toMatchObject({ locale: 'ja', shownLocale: 'en', isFallback: true });
    expect(shown?.entry.id).toBe('en/topic/first');
  });

  test('names the sections that changed in English since', () => {
    const changed = article('en/topic/first', {}, body.replace('Because', 'For another reason'));
    const [shown] = shelve([changed, translation('es/topic/first', english)], ['en', 'es']).get('es') ?? [];
    expect(shown?.stale).toEqual(['why']);
  });

  test('says for every language of the site whether it is translated, stale or missing', () => {
    const stale = translation('ar/topic/first', english, { translation: { status: 'reviewed', source: {} } });
    const [shown] = shelve([english, stale], ['en', 'es', 'ar']).get('en') ?? [];
    expect(shown?.languages).toEqual([
      { locale: 'en', state: 'translated', shownLocale: 'en' },
      { locale: 'es', state: 'missing', shownLocale: 'en' },
      { locale: 'ar', state: 'stale', shownLocale: 'ar' },
    ]);
  });

  test('is never a text in a language that the site is not built in', () => {
    const [shown] = shelve([english, translation('es/topic/first', english)], ['en', 'ca']).get('ca') ?? [];
    expect(shown?.shownLocale).toBe('en');
  });
});

describe('the build stops', () => {
  test.each([
    ['at a folder that is no language', [article('xx/topic/first')]],
    ['at a translation of an article that English does not have', [translation('es/topic/first', english)]],
    ['at a translation that does not say what it was made from', [english, article('es/topic/first')]],
    ['at an English article that says it is a translation', [translation('en/topic/first', english)]],
    [
      'at small changes marked in a translation',
      [english, translation('es/topic/first', english, { minor: { 1: '2' } })],
    ],
    ['at a related article that does not exist', [article('en/topic/first', { related: ['topic/none'] })]],
  ])('%s, naming it', (_, entries) => {
    expect(() => shelve(entries, ['en', 'es'])).toThrow(/content\/\w+/);
  });
});

test('an id keeps the letter case of its locale', () => {
  expect(splitId('zh-Hant/logging-in/locked-out')).toEqual({
    locale: 'zh-Hant',
    key: 'logging-in/locked-out',
    topic: 'logging-in',
  });
});

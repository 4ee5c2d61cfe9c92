import { describe, expect, test } from 'vitest';
import { fillBrand, toLink, toShelf } from '../../../src/lib/shelf';
import { site } from '../../../src/shared/site';
import { listed } from './listed-articles';

describe('a shelf', () => {
  test('keeps the reading order within a topic', () => {
    const shelf = toShelf([listed('logging-in/b'), listed('logging-in/a')]);
    expect(shelf.topics.map(({ topic, articles }) => [topic, articles.map(({ key }) => key)])).toEqual([
      ['logging-in', ['logging-in/b', 'logging-in/a']],
    ]);
  });

  test('finds an article by its key', () => {
    const article = listed('logging-in/a');
    expect(toShelf([listed('logging-in/b'), article]).byKey.get('logging-in/a')).toBe(article);
  });

  test('has no topic without articles', () => {
    expect(toShelf([]).topics).toEqual([]);
  });

  test('refuses a folder that nobody has named, and says where to name it', () => {
    expect(() => toShelf([listed('loging-in/a')])).toThrow('src/lib/topics.ts');
  });
});

describe('a link to an article', () => {
  test("stays in the page's language and says nothing of it", () => {
    expect(toLink(listed('logging-in/a', {}, { locale: 'es', shownLocale: 'es' }))).toEqual({
      url: '/es/logging-in/a/',
      title: 'Title of logging-in/a',
      description: 'About logging-in/a',
    });
  });

  test("says the title's language where it is another one, and still leads to the page in the reader's", () => {
    expect(toLink(listed('logging-in/a', {}, { locale: 'ar', shownLocale: 'en' }))).toMatchObject({
      url: '/ar/logging-in/a/',
      lang: 'en',
      dir: 'ltr',
    });
  });

  test('names the brand', () => {
    const link = toLink(listed('logging-in/a', { title: 'Your {brand}', description: '{brand}, {brand}' }));
    expect(link).toMatchObject({ title: `Your ${site.brand}`, description: `${site.brand}, ${site.brand}` });
  });
});

test('braces around anything but the brand stay as they are', () => {
  expect(fillBrand('{name} {brand}')).toBe(`{name} ${site.brand}`);
});

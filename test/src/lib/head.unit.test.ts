import { describe, expect, test } from 'vitest';
import { describeHead, type PageFacts, toScriptJson } from '../../../src/lib/head';
import { enabledLocales } from '../../../src/shared/locales';

const page: PageFacts = {
  origin: 'https://help.example',
  locale: 'ar',
  path: 'logging-in/locked-out',
  title: 'عنوان',
  description: 'وصف',
  siteName: 'مساعدة',
  brand: 'Acme',
  isIndexed: true,
  translations: ['en', 'ar'],
  breadcrumbs: [{ url: '/ar/', title: 'الرئيسية' }],
  article: { updated: new Date('2026-11-20'), questions: [] },
};

function typesOf(facts: PageFacts): unknown[] {
  const graph = (describeHead(facts).structuredData as { '@graph'?: { '@type': string }[] })?.['@graph'] ?? [];
  return graph.map((thing) => thing['@type']);
}

function contentsOf(facts: PageFacts, property: string): string[] {
  return describeHead(facts).openGraph.flatMap((tag) => (tag.property === property ? [tag.content] : []));
}

describe('a page in its own language', () => {
  test('is its own canonical page, and may be listed', () => {
    expect(describeHead(page)).toMatchObject({
      canonical: 'https://help.example/ar/logging-in/locked-out/',
      isIndexed: true,
    });
  });

  test('names the translations that exist, itself among them, and the link without a language', () => {
    expect(describeHead(page).alternates).toEqual([
      { hreflang: 'en', href: 'https://help.example/en/logging-in/locked-out/' },
      { hreflang: 'ar', href: 'https://help.example/ar/logging-in/locked-out/' },
      { hreflang: 'x-default', href: 'https://help.example/logging-in/locked-out/' },
    ]);
  });

  test('that every language has names them all', () => {
    const { alternates } = describeHead({ ...page, translations: undefined });
    expect(alternates.map(({ hreflang }) => hreflang)).toEqual([
      ...enabledLocales.map(({ lang }) => lang),
      'x-default',
    ]);
  });

  test('tells a messenger its language and the others it is translated into', () => {
    expect(contentsOf(page, 'og:locale')).toEqual(['ar_EG']);
    expect(contentsOf(page, 'og:locale:alternate')).toEqual(['en_US']);
  });

  test('without a description tells none', () => {
    expect(contentsOf({ ...page, description: undefined }, 'og:description')).toEqual([]);
  });
});

describe("a page that shows another language's text", () => {
  const fallback: PageFacts = { ...page, isIndexed: false, shownLocale: 'en', translations: ['en', 'es'] };

  test('points to the original, and is not listed', () => {
    expect(describeHead(fallback)).toMatchObject({
      canonical: 'https://help.example/en/logging-in/locked-out/',
      isIndexed: false,
    });
  });

  test('is nobody’s translation', () => {
    expect(describeHead(fallback)).toMatchObject({ alternates: [], structuredData: undefined });
  });

  test('is not listed even where its page asks for it', () => {
    expect(describeHead({ ...fallback, isIndexed: true }).isIndexed).toBe(false);
  });

  test("tells a messenger the text's language and address", () => {
    expect(contentsOf(fallback, 'og:locale')).toEqual(['en_US']);
    expect(contentsOf(fallback, 'og:url')).toEqual(['https://help.example/en/logging-in/locked-out/']);
  });
});

test('a page that nobody should list tells nothing else', () => {
  expect(describeHead({ ...page, isIndexed: false })).toEqual({ isIndexed: false, alternates: [], openGraph: [] });
});

describe('structured data', () => {
  test('describes an article by its language and its day, and the way to it', () => {
    expect(describeHead(page).structuredData).toMatchObject({
      '@graph': [
        { '@type': 'Article', headline: 'عنوان', inLanguage: 'ar', dateModified: '2026-11-20' },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 1, name: 'الرئيسية', item: 'https://help.example/ar/' },
            { position: 2, name: 'عنوان', item: 'https://help.example/ar/logging-in/locked-out/' },
          ],
        },
      ],
    });
  });

  test('lists questions only where the article has some', () => {
    const questions = [{ title: 'Why?', text: 'Because.' }];
    expect(typesOf(page)).not.toContain('FAQPage');
    expect(typesOf({ ...page, article: { updated: new Date(0), questions } })).toContain('FAQPage');
  });

  test('describes the site on its home page only', () => {
    const home: PageFacts = { ...page, path: '', article: undefined, breadcrumbs: undefined };
    expect(typesOf(home)).toEqual(['WebSite']);
    expect(typesOf({ ...home, path: 'all' })).toEqual([]);
  });

  test('cannot end its script element, and stays the same data', () => {
    const data = { text: '</script><script>alert(1)</script><!--' };
    expect(toScriptJson(data)).not.toContain('<');
    expect(JSON.parse(toScriptJson(data))).toEqual(data);
  });
});

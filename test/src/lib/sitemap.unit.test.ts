import { expect, test } from 'vitest';
import { toSitemap, toSitemapIndex } from '../../../src/lib/sitemap';

const origin = 'https://help.example';
const page = { path: 'logging-in/locked-out', translations: ['en', 'ar'] as const, updated: new Date('2026-11-20') };

test('a page is listed with its day, the translations that exist, and the link without a language', () => {
  expect(toSitemap(origin, 'ar', [page])).toContain(
    '<url><loc>https://help.example/ar/logging-in/locked-out/</loc><lastmod>2026-11-20</lastmod>' +
      '<xhtml:link rel="alternate" hreflang="en" href="https://help.example/en/logging-in/locked-out/"/>' +
      '<xhtml:link rel="alternate" hreflang="ar" href="https://help.example/ar/logging-in/locked-out/"/>' +
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://help.example/logging-in/locked-out/"/></url>',
  );
});

test('a page whose last change nobody recorded has no day', () => {
  expect(toSitemap(origin, 'ar', [{ ...page, updated: undefined }])).not.toContain('lastmod');
});

test('the home page leads to the bare address for everybody else', () => {
  expect(toSitemap(origin, 'en', [{ path: '', translations: ['en'] }])).toContain(
    '"x-default" href="https://help.example/"',
  );
});

test('the index names every file', () => {
  expect(toSitemapIndex(origin, ['/en/sitemap-1.xml', '/ar/sitemap-1.xml']).match(/<loc>[^<]+/g)).toEqual([
    '<loc>https://help.example/en/sitemap-1.xml',
    '<loc>https://help.example/ar/sitemap-1.xml',
  ]);
});

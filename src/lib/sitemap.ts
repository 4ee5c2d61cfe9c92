/** Sitemaps, https://www.sitemaps.org/protocol.html: what search engines may list, one language a file. */
import { type Locale, localeInfo } from '../shared/locales';
import { pageUrl, sharedUrl } from '../shared/urls';

/** A page that one language has a text of its own for. */
export interface SitemapPage {
  /** Without its locale; empty for home. */
  readonly path: string;
  /** Every locale that has a text of its own, this page's among them. */
  readonly translations: readonly Locale[];
  /** Day of the last change that readers should know of. */
  readonly updated?: Date | undefined;
}

/** Pages in one file. With 47 alternates each it stays under 20 MB; the protocol allows 50. */
export const PAGES_PER_FILE = 2500;

/** The URLs of one language, each with the translations that exist and the link without a language for everybody else. */
export function toSitemap(origin: string | URL, locale: Locale, pages: readonly SitemapPage[]): string {
  const urls = pages.map((page) => describePage(origin, locale, page)).join('');
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls}</urlset>\n`;
}

/** The file that names all the others. */
export function toSitemapIndex(origin: string | URL, paths: readonly string[]): string {
  const files = paths.map((path) => `<sitemap><loc>${toAbsolute(origin, path)}</loc></sitemap>`).join('');
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${files}</sitemapindex>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function describePage(origin: string | URL, locale: Locale, { path, translations, updated }: SitemapPage): string {
  const alternates = translations.map((code) => alternate(origin, localeInfo(code).lang, pageUrl(code, path)));
  return [
    `<url><loc>${toAbsolute(origin, pageUrl(locale, path))}</loc>`,
    ...(updated ? [`<lastmod>${updated.toISOString().slice(0, 10)}</lastmod>`] : []),
    ...alternates,
    alternate(origin, 'x-default', sharedUrl(path)),
    '</url>',
  ].join('');
}

function alternate(origin: string | URL, hreflang: string, path: string): string {
  return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${toAbsolute(origin, path)}"/>`;
}

/** Paths of ours hold nothing that XML must escape; an origin holds neither. */
function toAbsolute(origin: string | URL, path: string): string {
  return new URL(path, origin).href;
}

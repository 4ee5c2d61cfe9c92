/** The pages of each language's sitemaps, and the addresses of these files. Build time only. */
import { enabledLocales, type Locale, localeToSegment } from '../shared/locales';
import { ALL_ARTICLES_PATH, formPath, LANGUAGES_PATH } from '../shared/urls';
import { resolveArticles } from './articles';
import { translationsOf } from './fallback';
import { PAGES_PER_FILE, type SitemapPage } from './sitemap';

interface SitemapFile {
  readonly params: { readonly locale: string; readonly part: string };
  readonly props: { readonly locale: Locale; readonly pages: readonly SitemapPage[] };
}

/** Astro's static paths for the sitemaps: as many for each language as it has pages for. */
export async function sitemapFiles(): Promise<SitemapFile[]> {
  const files = enabledLocales.map(async ({ code }) => {
    const pages = await listPages(code);
    const starts = Array.from({ length: Math.ceil(pages.length / PAGES_PER_FILE) }, (_, part) => part * PAGES_PER_FILE);
    return starts.map((start, part) => ({
      params: { locale: localeToSegment(code), part: String(part + 1) },
      props: { locale: code, pages: pages.slice(start, start + PAGES_PER_FILE) },
    }));
  });
  return (await Promise.all(files)).flat();
}

/** What a language has of its own; what it only shows in another language is listed there. */
async function listPages(locale: Locale): Promise<SitemapPage[]> {
  const articles = await resolveArticles(locale);
  const translations = enabledLocales.map(({ code }) => code);
  const topics = [...new Set(articles.map(({ topic }) => topic))];
  const everywhere = ['', ALL_ARTICLES_PATH, LANGUAGES_PATH, formPath('reset'), formPath('contact'), ...topics].map(
    (path) => ({
      path,
      translations,
    }),
  );
  const own = articles.filter(({ isFallback }) => !isFallback);
  return [
    ...everywhere,
    ...own.map(({ key, languages, entry }) => ({
      path: key,
      translations: translationsOf(languages),
      updated: entry.data.updated,
    })),
  ];
}

/** The index of all sitemaps; robots.txt names it. */
import type { APIRoute } from 'astro';
import { toSitemapIndex } from '../lib/sitemap';
import { sitemapFiles } from '../lib/sitemap-pages';

export const GET: APIRoute = async ({ site, url }) => {
  const files = await sitemapFiles();
  const paths = files.map(({ params }) => `/${params.locale}/sitemap-${params.part}.xml`);
  return new Response(toSitemapIndex(site ?? url, paths), { headers: { 'Content-Type': 'application/xml' } });
};

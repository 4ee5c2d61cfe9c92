/** One language's sitemap, or a part of it. */
import type { APIRoute } from 'astro';
import { toSitemap } from '../../lib/sitemap';
import { sitemapFiles } from '../../lib/sitemap-pages';

export const getStaticPaths = sitemapFiles;

type Props = Awaited<ReturnType<typeof sitemapFiles>>[number]['props'];

export const GET: APIRoute<Props> = ({ props, site, url }) =>
  new Response(toSitemap(site ?? url, props.locale, props.pages), { headers: { 'Content-Type': 'application/xml' } });

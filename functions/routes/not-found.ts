/** What answers a path at which nothing stands: a page in the reader's language, which searches for what was meant. */
import type { Context } from 'hono';
import { findLocaleBySegment, type Locale } from '../../src/shared/locales';
import { negotiateLocale } from '../../src/shared/negotiate';
import { NOT_FOUND_PATH, pageUrl } from '../../src/shared/urls';
import type { Bindings } from '../env';
import type { Variables } from './page';

/** 404 with the prerendered page of the path's locale, or else of the reader's. */
export async function notFoundPage(c: Context<{ Bindings: Bindings; Variables: Variables }>): Promise<Response> {
  const page = await c.env.ASSETS.fetch(new URL(pageUrl(localeOf(c), NOT_FOUND_PATH), c.req.url));
  const headers = new Headers(page.headers);
  headers.set('Cache-Control', 'no-store');
  return new Response(c.req.method === 'HEAD' ? null : page.body, { status: 404, headers });
}

function localeOf(c: Pick<Context, 'req'>): Locale {
  const segment = c.req.path.split('/')[1] ?? '';
  return findLocaleBySegment(segment.toLowerCase()) ?? negotiateLocale(c.req.raw.headers);
}

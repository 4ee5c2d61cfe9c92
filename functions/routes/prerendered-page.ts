/** Pages that are files, under a status of their own. */
import { findLocaleBySegment, type Locale } from '../../src/shared/locales';
import { negotiateLocale } from '../../src/shared/negotiate';
import { pageUrl } from '../../src/shared/urls';

/** The page in the language of the request's path, or else of its reader. May throw. @param path Without its locale. */
export async function prerenderedPage(
  request: Request,
  assets: Pick<Fetcher, 'fetch'>,
  path: string,
  status: number,
): Promise<Response> {
  const page = await assets.fetch(new URL(pageUrl(localeOf(request), path), request.url));
  const headers = new Headers(page.headers);
  headers.set('Cache-Control', 'no-store');
  return new Response(request.method === 'HEAD' ? null : page.body, { status, headers });
}

function localeOf({ url, headers }: Request): Locale {
  const segment = new URL(url).pathname.split('/')[1] ?? '';
  return findLocaleBySegment(segment.toLowerCase()) ?? negotiateLocale(headers);
}

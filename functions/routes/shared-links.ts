/** Links to share: an address without a language leads to the same page in the reader's own. */
import { Hono } from 'hono';
import { findLocaleBySegment } from '../../src/shared/locales';
import { negotiateLocale } from '../../src/shared/negotiate';
import { BROKEN_PATH, isFormPath, NOT_FOUND_PATH, pageUrl } from '../../src/shared/urls';

/** What this route needs of the platform: the files of the site. */
interface Bindings {
  readonly ASSETS: Pick<Fetcher, 'fetch'>;
}

/** A path of the site: letters, digits and hyphens between single slashes. Anything else is never redirected. */
const PAGE_PATH = /^(?:\/[a-z0-9-]+)*\/?$/i;

/**
 * Mounted before the forms, whose paths have one spelling too.
 * Passes on no parameter; the fragment stays with the browser (RFC 9110 §10.2.2).
 */
export const sharedLinkRoutes = new Hono<{ Bindings: Bindings }>();

sharedLinkRoutes.get('*', async (c, next) => {
  const { pathname } = new URL(c.req.url);
  if (!PAGE_PATH.test(pathname)) return next();
  const path = pathname.toLowerCase().replace(/^\/|\/$/g, '');
  const [segment = ''] = path.split('/');
  if (findLocaleBySegment(segment)) {
    const canonical = `/${path}/`;
    return pathname === canonical ? next() : c.redirect(canonical, 301);
  }
  if (path === NOT_FOUND_PATH || path === BROKEN_PATH) return next();
  const target = pageUrl(negotiateLocale(c.req.raw.headers), path);
  if (!isFormPath(path) && !(await isFile(c.env.ASSETS, new URL(target, c.req.url)))) return next();
  c.header('Vary', 'Accept-Language, Cookie');
  c.header('Cache-Control', 'no-store');
  return c.redirect(target, 302);
});

async function isFile(assets: Bindings['ASSETS'], url: URL): Promise<boolean> {
  const { status } = await assets.fetch(url, { method: 'HEAD' });
  return status === 200;
}

/** Reads the locale of a form's path; a path without one is no form. */
import { createMiddleware } from 'hono/factory';
import {
  allLocales,
  findLocaleBySegment,
  isEnabledLocale,
  type Locale,
  localeToSegment,
  SOURCE_LOCALE,
} from '../../src/shared/locales';
import type { Variables } from '../routes/page';

/**
 * Sets `locale`, or answers as if nothing stood at this path. A language that the site was built in once lives on in the links
 * of e-mails and in forms that are open: they are led to the nearest language, and a form takes its words along (307).
 */
export const requireLocale = createMiddleware<{ Variables: Variables }>(async (c, next) => {
  const segment = c.req.param('locale') ?? '';
  const locale = findLocaleBySegment(segment);
  if (!locale) {
    const instead = findStandIn(segment);
    if (!instead) return c.notFound();
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/${localeToSegment(instead)}${pathname.slice(segment.length + 1)}${search}`, 307);
  }
  c.set('locale', locale);
  return next();
});

function findStandIn(segment: string): Locale | undefined {
  const known = allLocales.find(({ code }) => localeToSegment(code) === segment);
  return known && (known.fallback.find(isEnabledLocale) ?? SOURCE_LOCALE);
}

/** Reads the locale of a form's path; a path without one is no form. */
import { createMiddleware } from 'hono/factory';
import { findLocaleBySegment } from '../../src/shared/locales';
import type { Variables } from '../routes/page';

/** Sets `locale`, or answers as if nothing stood at this path. */
export const requireLocale = createMiddleware<{ Variables: Variables }>(async (c, next) => {
  const locale = findLocaleBySegment(c.req.param('locale') ?? '');
  if (!locale) return c.notFound();
  c.set('locale', locale);
  return next();
});

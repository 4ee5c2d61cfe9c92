/** What answers a path at which nothing stands: a page in the reader's language, which searches for what was meant. */
import type { Context } from 'hono';
import { NOT_FOUND_PATH } from '../../src/shared/urls';
import type { Bindings } from '../env';
import type { Variables } from './page';
import { prerenderedPage } from './prerendered-page';

/** 404 with the page of the path's locale, or else of the reader's. */
export function notFoundPage(c: Context<{ Bindings: Bindings; Variables: Variables }>): Promise<Response> {
  return prerenderedPage(c.req.raw, c.env.ASSETS, NOT_FOUND_PATH, 404);
}

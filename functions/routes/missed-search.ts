/** `/<locale>/search-miss/`: takes the words of a search that found nothing, from visitors who agreed to that. */
import { Hono } from 'hono';
import { z } from 'zod';
import { isGranted } from '../../src/shared/consent';
import { searchLimits } from '../../src/shared/missed-search';
import { readFormPost } from '../middleware/form-post';
import type { SearchReport } from '../support/count-search';
import type { Variables } from './page';

export interface MissedSearchRouteDependencies {
  readonly siteOrigin: string;
  readonly countSearch: (report: SearchReport) => Promise<void>;
}

const reportForm = z.strictObject({ query: z.string().min(1).max(searchLimits.QUERY_MAX) });

/** The route, relative to its path. Every answer is the same, and empty. */
export function missedSearchRoutes({ siteOrigin, countSearch }: MissedSearchRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  routes.post('/', async (c) => {
    const post = await readFormPost(c.req.raw, reportForm, siteOrigin);
    if (post.type === 'form' && isGranted(c.req.raw.headers, 'search')) {
      const address = c.req.header('CF-Connecting-IP') ?? null;
      await countSearch({ query: post.values.query, locale: c.var.locale, address });
    }
    return c.body(null, 204);
  });
  return routes;
}

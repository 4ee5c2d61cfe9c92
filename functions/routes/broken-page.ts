/** What answers when something of ours is broken: a page that was made beforehand and needs nothing of the Worker. */
import type { ErrorHandler } from 'hono';
import { BROKEN_PATH } from '../../src/shared/urls';
import { logConfiguration } from '../bindings/report';
import { ConfigurationError } from '../configuration-error';
import type { Bindings } from '../env';
import { errorNameOf } from '../error-name';
import type { Report } from '../events';
import type { Variables } from './page';
import { prerenderedPage } from './prerendered-page';

/** 500, and nothing of the request in it. Never throws: where even the file fails, the browser has words of its own. */
export async function brokenPage(request: Request, assets: Pick<Fetcher, 'fetch'>): Promise<Response> {
  try {
    return await prerenderedPage(request, assets, BROKEN_PATH, 500);
  } catch {
    return new Response(null, { status: 500, headers: { 'Cache-Control': 'no-store' } });
  }
}

/** Answers a request during which something was thrown, and tells the operator: of a fault its kind alone. */
export function answerFault(report: Report): ErrorHandler<{ Bindings: Bindings; Variables: Variables }> {
  return (error, c) => {
    if (error instanceof ConfigurationError) logConfiguration(error);
    else report({ event: 'request.failed', error: errorNameOf(error) });
    return brokenPage(c.req.raw, c.env.ASSETS);
  };
}

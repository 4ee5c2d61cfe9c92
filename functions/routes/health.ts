/** `/healthz`: for the operator's monitoring. Cheap: an answer stands for ten seconds, and asking has a limit of its own. */
import { Hono } from 'hono';
import { limits } from '../../src/shared/limits';
import type { Health, HealthCheck } from '../health';

export interface HealthRouteDependencies {
  readonly checkHealth: HealthCheck;
  /** Whether an address may ask again. */
  readonly maySeeHealth: (address: string | null) => Promise<boolean>;
}

/** The route, relative to `/healthz`. 200 while everything works, 503 otherwise. */
export function healthRoutes({ checkHealth, maySeeHealth }: HealthRouteDependencies) {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const known = checkHealth.recall();
    if (known) return healthAnswer(known);
    const mayAsk = await maySeeHealth(c.req.header('CF-Connecting-IP') ?? null);
    if (!mayAsk) return c.body(null, 429, { 'Retry-After': String(limits.BURST_SECONDS) });
    return healthAnswer(await checkHealth.check());
  });
  routes.all('/', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));
  return routes;
}

export function healthAnswer({ isWell, parts }: Health): Response {
  const body = { status: isWell ? 'ok' : 'failing', parts };
  return Response.json(body, { status: isWell ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}

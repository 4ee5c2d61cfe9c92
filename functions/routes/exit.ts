/** `/exit/`: leaves for a harmless page, and leaves nothing of a ticket behind. */
import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { site } from '../../src/shared/site';
import { EXIT_URL } from '../../src/shared/urls';
import { ticketCookie } from './secret-cookie';

export interface ExitRouteDependencies {
  readonly siteOrigin: string;
}

/** A link follows the redirect; a script has left by itself, and only posts. */
export function exitRoutes({ siteOrigin }: ExitRouteDependencies) {
  const routes = new Hono();
  const { name, options } = ticketCookie(siteOrigin);
  routes.on(['GET', 'POST'], EXIT_URL, (c) => {
    deleteCookie(c, name, options);
    c.header('Cache-Control', 'no-store');
    return c.req.method === 'POST' ? c.body(null, 204) : c.redirect(site.exitUrl, 303);
  });
  return routes;
}

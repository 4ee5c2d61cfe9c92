/** `/<locale>/contact/sent/`: after a form was sent. */
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { topicOf } from '../../src/shared/contact-topics';
import type { ShownTicket } from '../support/show-ticket';
import { renderPage, type Variables } from './page';
import { ticketCookie } from './secret-cookie';

export interface ContactSentRouteDependencies {
  readonly siteOrigin: string;
  readonly showTicket: (token: string) => Promise<ShownTicket>;
}

/** The route, relative to the page's path. Without a cookie the page says the same, but for the reference. */
export function contactSentRoutes({ siteOrigin, showTicket }: ContactSentRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = ticketCookie(siteOrigin);
  routes.get('/', async (c, next) => {
    const token = getCookie(c, cookie.name);
    const shown = token === undefined ? undefined : await showTicket(token);
    if (shown?.type !== 'open') return renderPage(c, next, {});
    const { ticket, isMailed } = shown;
    const { reference, topic } = ticket;
    return renderPage(c, next, { sent: { reference, isMailed, isUrgent: topicOf(topic).isUrgent ?? false } });
  });
  routes.post('/', (c) => c.body(null, 405, { Allow: 'GET, HEAD' }));
  return routes;
}

/** The sheet that shows the question about optional data, for pages without scripts: empty for whoever is not to be asked. */
import { Hono } from 'hono';
import { isStillAsked } from '../../src/shared/consent';
import { CONSENT_SHEET_URL, CONSENT_SHOWN_URL } from '../../src/shared/urls';
import type { Bindings } from '../env';

/** How long a browser keeps the answer, in seconds; another cookie makes it ask again at once (RFC 9111 §4.1). */
const KEPT_SECONDS = 3600;

export const consentSheetRoutes = new Hono<{ Bindings: Pick<Bindings, 'ASSETS'> }>();

consentSheetRoutes.get(CONSENT_SHOWN_URL, async (c) => {
  const sheet = isStillAsked(c.req.raw.headers)
    ? await c.env.ASSETS.fetch(new URL(CONSENT_SHEET_URL, c.req.url))
    : new Response('');
  return new Response(sheet.body, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': `private, max-age=${KEPT_SECONDS}`,
      Vary: 'Cookie, DNT, Sec-GPC',
    },
  });
});

/** Response headers of everything the Worker renders; `public/_headers` holds the same for files. */
import { createMiddleware } from 'hono/factory';

export const strictHeaders: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Rendered pages hold what one visitor typed: nobody stores them. The form's own origin must reach us, its path must not leave. */
const defaults: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
};

/** Adds the security headers. `frame-ancestors` joins the page's own policy: a meta tag cannot carry it (CSP 3 §3.3). */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  const response = new Response(c.res.body, c.res);
  for (const [name, value] of Object.entries(strictHeaders)) response.headers.set(name, value);
  for (const [name, value] of Object.entries(defaults)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  const policy = response.headers.get('Content-Security-Policy')?.replace(/;?\s*$/, '; ') ?? '';
  // A file that a route hands on has it already.
  if (!policy.includes('frame-ancestors')) {
    const own = isPage(response) ? policy : "default-src 'none'; ";
    response.headers.set('Content-Security-Policy', `${own}frame-ancestors 'none'`);
  }
  c.res = undefined;
  c.res = response;
});

/** A page brings its own policy, of hashes; nothing else may load or run anything. */
function isPage(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

/** Keeps a path that is no text from the pages: Astro would log an error for each. */
import { createMiddleware } from 'hono/factory';

/** Answers a path with a broken escape (`%E0%A4%A`), or one that is not UTF-8, as if nothing stood there. */
export const requireReadablePath = createMiddleware(async (c, next) => {
  return isReadable(new URL(c.req.url).pathname) ? next() : c.notFound();
});

function isReadable(pathname: string): boolean {
  try {
    // The bundler leaves out a call whose result nobody uses.
    return decodeURIComponent(pathname) !== '';
  } catch {
    return false;
  }
}

/** Hands a route's outcome to the Astro page that shows it. */
import { getFetchState } from 'astro/hono';
import type { Context } from 'hono';
import type { Locale } from '../../src/shared/locales';

/** What the middleware leaves for the routes. */
export interface Variables {
  locale: Locale;
}

type PageContext = Context<{ Variables: Variables }>;

/**
 * Renders the page of this path with these locals, and gives the response its status and headers.
 *
 * @param next What renders: the rest of the middleware chain.
 */
export async function renderPage(
  c: PageContext,
  next: () => Promise<void>,
  locals: Partial<App.Locals>,
  init: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const state = getFetchState(c);
  Object.assign(state.locals, { locale: c.var.locale, ...locals });
  // Streamed, a page that breaks halfway would reach the visitor empty under the status of success.
  state.streaming = false;
  await next();
  const rendered = c.res;
  // Astro answers a page that broke with an empty body.
  if (rendered.status === 500) throw new TypeError('the page could not be rendered');
  const headers = new Headers(rendered.headers);
  for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value);
  c.res = undefined;
  c.res = new Response(rendered.body, { status: init.status ?? rendered.status, headers });
}

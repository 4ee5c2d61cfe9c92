/** `/<locale>/account/reset/`: the form that starts a password reset. */
import { type Context, Hono, type Next } from 'hono';
import { type FormProblem, limits, problems, resetForm } from '../../src/shared/forms';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { readWhereabouts } from '../middleware/whereabouts';
import type { ResetOutcome, ResetRequest } from '../recovery/request-reset';
import { renderPage, type Variables } from './page';

export interface ResetRouteDependencies {
  readonly siteOrigin: string;
  readonly requestReset: (request: ResetRequest) => Promise<ResetOutcome>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type ResetContext = Context<{ Variables: Variables }>;

/** The routes, relative to the form's path. */
export function resetRoutes({ siteOrigin, requestReset, now }: ResetRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();

  routes.get('/', (c, next) => renderPage(c, next, { form: { type: 'blank' } }));

  routes.post('/', async (c, next) => {
    const post = await readFormPost(c.req.raw, resetForm, siteOrigin);
    if (post.type === 'refused') return renderProblem(c, next, post.problem);
    const { identifier, request, website } = post.values;
    if (website) return redirectToSent(c);
    const address = c.req.header('CF-Connecting-IP') ?? null;
    const whereabouts = readWhereabouts(c.req.raw);
    const result = await requestReset({ identifier, nonce: request, address, locale: c.var.locale, whereabouts });
    switch (result.type) {
      case 'accepted':
        return redirectToSent(c);
      case 'locked':
        return renderLocked(c, next, result.until, now());
      case 'invalid':
        return renderProblem(c, next, result.problem, identifier);
      default:
        return renderProblem(c, next, result.type, identifier);
    }
  });

  return routes;
}

/** The one answer to every accepted request, whether or not an account exists. */
function redirectToSent(c: ResetContext): Response {
  return c.redirect(formUrl(c.var.locale, 'resetSent'), 303);
}

function renderProblem(c: ResetContext, next: Next, problem: FormProblem, typed?: string): Promise<void> {
  const headers: Record<string, string> = problem === 'burst' ? { 'Retry-After': String(limits.BURST_SECONDS) } : {};
  return renderPage(
    c,
    next,
    { form: { type: 'problems', problems: [problem], typed } },
    { status: problems[problem].status, headers },
  );
}

/** 429 with the seconds to wait (RFC 6585 §4), and the end in the time zone that the network tells. */
function renderLocked(c: ResetContext, next: Next, until: number, now: number): Promise<void> {
  const { timezone } = (c.req.raw.cf ?? {}) as { timezone?: string };
  return renderPage(
    c,
    next,
    { form: { type: 'locked', until, now, timeZone: timezone ?? 'UTC' } },
    { status: 429, headers: { 'Retry-After': String(Math.max(1, Math.ceil((until - now) / 1000))) } },
  );
}

/** `/<locale>/account/new-password/`: where a mailed link leads. */
import { type Context, Hono, type Next } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type FormProblem, newPasswordForm, problems } from '../../src/shared/forms';
import { limits } from '../../src/shared/limits';
import { formUrl, TOKEN_PARAMETER } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { readWhereabouts } from '../middleware/whereabouts';
import type { LinkState } from '../recovery/inspect-link';
import type { RedeemRequest, RedeemResult } from '../recovery/redeem';
import { parseToken } from '../recovery/tokens';
import { renderPage, type Variables } from './page';

export interface NewPasswordRouteDependencies {
  readonly siteOrigin: string;
  readonly inspectLink: (token: string) => Promise<LinkState>;
  readonly redeem: (request: RedeemRequest) => Promise<RedeemResult>;
}

type PasswordContext = Context<{ Variables: Variables }>;

/** The routes, relative to the form's path. */
export function newPasswordRoutes({ siteOrigin, inspectLink, redeem }: NewPasswordRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = tokenCookie(siteOrigin);

  routes.get('/', async (c, next) => {
    const pasted = c.req.query(TOKEN_PARAMETER);
    if (pasted !== undefined) return keepToken(c, cookie, pasted);
    const token = getCookie(c, cookie.name);
    if (!token) return renderClosed(c, next, 'link-missing');
    const state = await inspectLink(token);
    if (state.type === 'closed') return renderClosed(c, next, state.problem);
    return renderPage(c, next, { link: { type: 'open', flow: state.flow, problems: [] } });
  });

  routes.post('/', async (c, next) => {
    const post = await readFormPost(c.req.raw, newPasswordForm, siteOrigin);
    if (post.type === 'refused') return renderClosed(c, next, post.problem);
    const token = getCookie(c, cookie.name);
    if (!token) return renderClosed(c, next, 'link-missing');
    const whereabouts = readWhereabouts(c.req.raw);
    const result = await redeem({ token, ...post.values, locale: c.var.locale, whereabouts });
    if (result.type === 'changed') {
      deleteCookie(c, cookie.name, cookie.options);
      return c.redirect(formUrl(c.var.locale, 'passwordChanged'), 303);
    }
    if (result.type === 'closed') return renderClosed(c, next, result.problem);
    const link = { type: 'open', flow: post.values.flow, problems: result.problems } as const;
    return renderPage(c, next, { link }, { status: 400 });
  });

  return routes;
}

/** Where the token waits between the link and the form. `__Host-` needs https, which a local run does not have. */
function tokenCookie(siteOrigin: string) {
  const secure = siteOrigin.startsWith('https:');
  return {
    name: secure ? '__Host-reset' : 'reset',
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: limits.LINK_SECONDS },
  } as const;
}

/** Moves the token out of the address, which leaks, into a cookie, which does not. Changes nothing else: mail scanners open links. */
function keepToken(c: PasswordContext, cookie: ReturnType<typeof tokenCookie>, pasted: string): Response {
  const token = parseToken(pasted);
  if (token) setCookie(c, cookie.name, token, cookie.options);
  else deleteCookie(c, cookie.name, cookie.options);
  c.header('Cache-Control', 'no-store');
  c.header('Referrer-Policy', 'no-referrer');
  return c.redirect(formUrl(c.var.locale, 'newPassword'), 303);
}

function renderClosed(c: PasswordContext, next: Next, problem: FormProblem): Promise<void> {
  return renderPage(c, next, { link: { type: 'closed', problem } }, { status: problems[problem].status });
}

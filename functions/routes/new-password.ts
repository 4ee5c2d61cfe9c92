/** `/<locale>/account/new-password/`: where a mailed link leads. */
import { type Context, Hono, type Next } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { likelyCountry } from '../../src/shared/countries';
import { type FormProblem, newPasswordForm, problems } from '../../src/shared/forms';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { readWhereabouts } from '../middleware/whereabouts';
import type { LinkState } from '../recovery/inspect-link';
import type { RedeemRequest, RedeemResult } from '../recovery/redeem';
import { renderPage, type Variables } from './page';
import { tokenCookie } from './secret-cookie';
import { swapToken } from './swap-token';

export interface NewPasswordRouteDependencies {
  readonly siteOrigin: string;
  /** Whether text messages can be sent. */
  readonly offersPhone: boolean;
  readonly inspectLink: (token: string) => Promise<LinkState>;
  readonly redeem: (request: RedeemRequest) => Promise<RedeemResult>;
}

type PasswordContext = Context<{ Variables: Variables }>;

/** The routes, relative to the form's path. */
export function newPasswordRoutes(dependencies: NewPasswordRouteDependencies) {
  const { siteOrigin, offersPhone, inspectLink, redeem } = dependencies;
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = tokenCookie(siteOrigin);

  function renderClosed(c: PasswordContext, next: Next, problem: FormProblem): Promise<void> {
    const phone = offersPhone ? { country: likelyCountry(c.var.locale) } : undefined;
    return renderPage(c, next, { link: { type: 'closed', problem }, phone }, { status: problems[problem].status });
  }

  routes.get('/', async (c, next) => {
    const swapped = swapToken(c, cookie, formUrl(c.var.locale, 'newPassword'));
    if (swapped) return swapped;
    const token = getCookie(c, cookie.name);
    if (!token) return renderClosed(c, next, 'link-missing');
    const state = await inspectLink(token);
    if (state.type === 'closed') return renderClosed(c, next, state.problem);
    return renderPage(c, next, { link: { type: 'open', flow: state.flow, problems: [] } });
  });

  routes.post('/', async (c, next) => {
    const post = await readFormPost(c.req.raw, newPasswordForm, siteOrigin);
    if (post.type === 'refused') return renderClosed(c, next, post.problem);
    const { flow, password, token = getCookie(c, cookie.name) } = post.values;
    if (!token) return renderClosed(c, next, 'link-missing');
    const whereabouts = readWhereabouts(c.req.raw);
    const result = await redeem({ token, flow, password, locale: c.var.locale, whereabouts });
    if (result.type === 'changed') {
      deleteCookie(c, cookie.name, cookie.options);
      return c.redirect(formUrl(c.var.locale, 'passwordChanged'), 303);
    }
    if (result.type === 'closed') return renderClosed(c, next, result.problem);
    const link = { type: 'open', flow, problems: result.problems, token: post.values.token } as const;
    return renderPage(c, next, { link }, { status: 400 });
  });

  return routes;
}

/** `/<locale>/account/not-me/`: where the button "This was not me" of a notice leads. */
import { type Context, Hono, type Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { type FormProblem, notMeForm, problems } from '../../src/shared/forms';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { readWhereabouts } from '../middleware/whereabouts';
import type { DisownRequest, DisownResult } from '../recovery/disown-change';
import type { LinkState } from '../recovery/inspect-link';
import { renderPage, type Variables } from './page';
import { noticeCookie } from './secret-cookie';
import { swapToken } from './swap-token';

export interface NotMeRouteDependencies {
  readonly siteOrigin: string;
  readonly inspectNotice: (token: string) => Promise<LinkState>;
  readonly disownChange: (request: DisownRequest) => Promise<DisownResult>;
}

type NotMeContext = Context<{ Variables: Variables }>;

/** The routes, relative to the form's path. */
export function notMeRoutes({ siteOrigin, inspectNotice, disownChange }: NotMeRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = noticeCookie(siteOrigin);

  routes.get('/', async (c, next) => {
    const swapped = swapToken(c, cookie, formUrl(c.var.locale, 'notMe'));
    if (swapped) return swapped;
    const token = getCookie(c, cookie.name);
    if (!token) return renderClosed(c, next, 'link-missing');
    const notice = await inspectNotice(token);
    if (notice.type === 'closed') return renderClosed(c, next, notice.problem);
    return renderPage(c, next, { link: { type: 'open', flow: notice.flow, problems: [] } });
  });

  routes.post('/', async (c, next) => {
    const post = await readFormPost(c.req.raw, notMeForm, siteOrigin);
    if (post.type === 'refused') return renderClosed(c, next, post.problem);
    const token = getCookie(c, cookie.name);
    if (!token) return renderClosed(c, next, 'link-missing');
    const whereabouts = readWhereabouts(c.req.raw);
    const result = await disownChange({ token, flow: post.values.flow, locale: c.var.locale, whereabouts });
    if (result.type === 'closed') return renderClosed(c, next, result.problem);
    return c.redirect(formUrl(c.var.locale, 'secured'), 303);
  });

  return routes;
}

function renderClosed(c: NotMeContext, next: Next, problem: FormProblem): Promise<void> {
  return renderPage(c, next, { link: { type: 'closed', problem } }, { status: problems[problem].status });
}

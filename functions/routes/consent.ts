/** What visitors agree to: their answer, the page where they change it, and the sheet for whoever is still to be asked. */
import { type Context, Hono, type Next } from 'hono';
import { setCookie } from 'hono/cookie';
import type { z } from 'zod';
import { answersOf, askedPurposes, choicesForm, isRefusedBySignal } from '../../src/shared/consent';
import { type ConsentAnswers, writeConsent } from '../../src/shared/consent-cookie';
import { ownItems } from '../../src/shared/device-storage';
import type { PostProblem } from '../../src/shared/forms';
import { choicesUrl, HOME_STEP, homeUrl, pageUrl, SAVED_ID } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { renderPage, type Variables } from './page';
import { problemAnswer } from './problem-answer';

export interface ConsentRouteDependencies {
  readonly siteOrigin: string;
}

type ConsentContext = Context<{ Variables: Variables }>;

/** A path of the site below its locale: letters, digits and hyphens between single slashes. */
const PAGE_PATH = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/;

/** The routes, relative to `/:locale/privacy-choices/`; what follows is the page that the visitor comes back to. */
export function consentRoutes({ siteOrigin }: ConsentRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  const secure = siteOrigin.startsWith('https:');
  const { name, seconds: maxAge } = ownItems.consent;

  routes.get('*', (c, next) => {
    const own = choicesUrl(c.var.locale);
    return c.req.path === own ? show(c, next) : c.redirect(own, 302);
  });

  routes.post('*', async (c, next) => {
    const post = await readFormPost(c.req.raw, choicesForm, siteOrigin);
    if (post.type === 'refused') return show(c, next, post.problem);
    const answers = toAnswers(post.values, isRefusedBySignal(c.req.raw.headers));
    setCookie(c, name, writeConsent(answers), { path: '/', sameSite: 'Lax', secure, maxAge });
    return c.redirect(wayBack(c), 303);
  });

  return routes;
}

/** What is not granted is refused; a browser that refuses for its visitor is believed first. */
function toAnswers({ all, ...single }: z.infer<typeof choicesForm>, isRefused: boolean): ConsentAnswers {
  const isGranted = (purpose: keyof typeof single) => !isRefused && (all === 'accept' || single[purpose] === 'yes');
  return Object.fromEntries(askedPurposes.map((purpose) => [purpose, isGranted(purpose)]));
}

/** The page whose path stands behind that of the choices, in the same language; else the choices themselves. */
function wayBack(c: ConsentContext): string {
  const { locale } = c.var;
  const path = new URL(c.req.url).pathname.slice(choicesUrl(locale).length).replace(/\/$/, '');
  if (path === HOME_STEP) return homeUrl(locale);
  return PAGE_PATH.test(path) ? pageUrl(locale, path) : `${choicesUrl(locale)}#${SAVED_ID}`;
}

function show(c: ConsentContext, next: Next, problem?: PostProblem): Promise<void> {
  const { headers } = c.req.raw;
  const choices = { answers: answersOf(headers), isRefusedBySignal: isRefusedBySignal(headers), problem };
  return renderPage(c, next, { choices }, problemAnswer(problem ? [problem] : []));
}

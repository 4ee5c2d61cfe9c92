/** `/<locale>/account/reset/`: the form that starts a password reset. */
import { type Context, Hono, type Next } from 'hono';
import { setCookie } from 'hono/cookie';
import { type CountryCode, isCountry, likelyCountry } from '../../src/shared/countries';
import { type FormOutcome, type FormProblem, resetForm } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import { readWhereabouts } from '../middleware/whereabouts';
import type { ResetOutcome, ResetRequest } from '../recovery/request-reset';
import { lockedAnswer } from './locked';
import { renderPage, type Variables } from './page';
import { problemAnswer } from './problem-answer';
import { pendingCookie, type SecretCookie } from './secret-cookie';

export interface ResetRouteDependencies {
  readonly siteOrigin: string;
  readonly requestReset: (request: ResetRequest) => Promise<ResetOutcome>;
  /** Whether text messages can be sent. */
  readonly offersPhone: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type ResetContext = Context<{ Variables: Variables }>;
type RefusedReset = Exclude<ResetOutcome, { readonly type: 'accepted' }>;

/** The routes, relative to the form's path. */
export function resetRoutes({ siteOrigin, requestReset, offersPhone, now }: ResetRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = pendingCookie(siteOrigin);

  /** The page with its form, or what stands in its place. */
  function show(c: ResetContext, next: Next, form: FormOutcome, country = likelyCountry(c.var.locale), init = {}) {
    return renderPage(c, next, { form, phone: offersPhone ? { country } : undefined }, init);
  }

  function showProblem(c: ResetContext, next: Next, problem: FormProblem, country?: CountryCode, typed?: string) {
    return show(c, next, { type: 'problems', problems: [problem], typed }, country, problemAnswer([problem]));
  }

  function refuse(c: ResetContext, next: Next, result: RefusedReset, country: CountryCode, typed: string) {
    if (result.type === 'invalid') return showProblem(c, next, result.problem, country, typed);
    if (result.type !== 'locked') return showProblem(c, next, result.type, country, typed);
    const { outcome, init } = lockedAnswer(c, result.until, now());
    return show(c, next, outcome, country, init);
  }

  routes.get('/', (c, next) => show(c, next, { type: 'blank' }));

  routes.post('/', async (c, next) => {
    const { locale } = c.var;
    const post = await readFormPost(c.req.raw, resetForm, siteOrigin);
    if (post.type === 'refused') return showProblem(c, next, post.problem);
    const { identifier, request: nonce, website } = post.values;
    if (website) return c.redirect(formUrl(locale, 'resetSent'), 303);
    const country = readCountry(post.values.country, locale);
    const address = c.req.header('CF-Connecting-IP') ?? null;
    const whereabouts = readWhereabouts(c.req.raw);
    const result = await requestReset({ identifier, country, nonce, address, locale, whereabouts });
    return result.type === 'accepted'
      ? accept(c, cookie, result.pending)
      : refuse(c, next, result, country, identifier);
  });

  return routes;
}

/** The one answer to every accepted request of its kind, whether or not an account exists. */
function accept(c: ResetContext, cookie: SecretCookie, pending: string | undefined): Response {
  if (pending === undefined) return c.redirect(formUrl(c.var.locale, 'resetSent'), 303);
  setCookie(c, cookie.name, pending, cookie.options);
  return c.redirect(formUrl(c.var.locale, 'resetCode'), 303);
}

/** The visitor's choice; the language's likely country where there is none. */
export function readCountry(chosen: string | undefined, locale: Locale): CountryCode {
  return chosen !== undefined && isCountry(chosen) ? chosen : likelyCountry(locale);
}

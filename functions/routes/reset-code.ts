/** `/<locale>/account/reset/code/`: where the code of a text message is entered. */
import { type Context, Hono, type Next } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { z } from 'zod';
import { type CountryCode, likelyCountry } from '../../src/shared/countries';
import { type CodeOutcome, codeForm, type PendingView } from '../../src/shared/forms';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import type { CodeEntry, CodeResult } from '../recovery/enter-code';
import { lockedAnswer } from './locked';
import { renderPage, type Variables } from './page';
import { problemAnswer } from './problem-answer';
import { readCountry } from './reset';
import { pendingCookie, type SecretCookie, tokenCookie } from './secret-cookie';

export interface ResetCodeRouteDependencies {
  readonly siteOrigin: string;
  readonly offersPhone: boolean;
  readonly findPending: (sealed: string) => Promise<PendingView | undefined>;
  readonly enterCode: (entry: CodeEntry) => Promise<CodeResult>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type CodeContext = Context<{ Variables: Variables }>;
type OpenOutcome = Extract<CodeOutcome, { readonly type: 'open' }>;
type MatchedCode = Extract<CodeResult, { readonly type: 'matched' }>;

/** The routes, relative to the form's path. Where no text messages are sent, there is only the reset form. */
export function resetCodeRoutes(dependencies: ResetCodeRouteDependencies) {
  const { siteOrigin, offersPhone, findPending, enterCode, now } = dependencies;
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = pendingCookie(siteOrigin);

  routes.use('/', async (c, next) => (offersPhone ? next() : c.redirect(formUrl(c.var.locale, 'reset'), 303)));

  routes.get('/', async (c, next) => {
    const kept = getCookie(c, cookie.name);
    const pending = kept === undefined ? undefined : await findPending(kept);
    return show(c, next, { type: 'open', problems: [], pending, hasCookie: kept !== undefined });
  });

  routes.post('/', async (c, next) => {
    const kept = getCookie(c, cookie.name);
    const hasCookie = kept !== undefined;
    const post = await readFormPost(c.req.raw, codeForm, siteOrigin);
    if (post.type === 'refused') {
      const pending = hasCookie ? await findPending(kept) : undefined;
      return show(c, next, { type: 'open', problems: [post.problem], pending, hasCookie });
    }
    const entry = toEntry(c, post.values, kept);
    const result = await enterCode(entry);
    if (result.type === 'matched') {
      deleteCookie(c, cookie.name, cookie.options);
      return hasCookie ? keepToken(c, tokenCookie(siteOrigin), result) : showPasswordForm(c, next, result);
    }
    if (result.type === 'locked') {
      const { outcome, init } = lockedAnswer(c, result.until, now());
      return renderPage(c, next, { code: outcome, phone: { country: entry.country } }, init);
    }
    if (result.pending) setCookie(c, cookie.name, result.pending.sealed, cookie.options);
    return show(c, next, { ...result, type: 'open', typed: entry.identifier, hasCookie }, entry.country);
  });

  return routes;
}

function toEntry(c: CodeContext, values: z.infer<typeof codeForm>, kept: string | undefined): CodeEntry {
  const { code, identifier, request: nonce, pending = kept } = values;
  const { locale } = c.var;
  const country = readCountry(values.country, locale);
  return { code, pending, identifier, country, nonce, address: c.req.header('CF-Connecting-IP') ?? null, locale };
}

/** The page with its form; the first problem decides the status. */
function show(c: CodeContext, next: Next, code: OpenOutcome, country?: CountryCode): Promise<void> {
  const phone = { country: country ?? likelyCountry(c.var.locale) };
  return renderPage(c, next, { code, phone }, problemAnswer(code.problems));
}

/** As after a mailed link. */
function keepToken(c: CodeContext, cookie: SecretCookie, { token }: MatchedCode): Response {
  setCookie(c, cookie.name, token, cookie.options);
  return c.redirect(formUrl(c.var.locale, 'newPassword'), 303);
}

/** For a browser that sent no cookie and may keep none: the form itself holds the token. */
function showPasswordForm(c: CodeContext, next: Next, code: MatchedCode): Promise<void> {
  return renderPage(c, next, { code, phone: { country: likelyCountry(c.var.locale) } });
}

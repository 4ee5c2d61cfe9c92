/** `/<locale>/<topic>/<article>/feedback/`: whether an article helped, and why not. */
import { type Context, Hono, type Next } from 'hono';
import {
  type FeedbackOutcome,
  feedbackForm,
  feedbackLimits,
  feedbackReasons,
  readRevision,
} from '../../src/shared/feedback';
import { fields } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { type ArticleKey, feedbackUrl, pageUrl, THANKS_ID } from '../../src/shared/urls';
import type { FindRevision } from '../bindings/built-articles';
import { type FormPost, readFormPost } from '../middleware/form-post';
import type { Feedback, FeedbackResult } from '../support/feedback';
import { renderPage, type Variables } from './page';
import { problemAnswer } from './problem-answer';

export interface FeedbackRouteDependencies {
  readonly siteOrigin: string;
  readonly findRevision: FindRevision;
  readonly giveFeedback: (feedback: Feedback) => Promise<FeedbackResult>;
}

type FeedbackContext = Context<{ Variables: Variables }>;

/** The routes, relative to `/:locale/:topic/:article/feedback/`. The path alone says where the reader comes back to. */
export function feedbackRoutes({ siteOrigin, findRevision, giveFeedback }: FeedbackRouteDependencies) {
  const routes = new Hono<{ Variables: Variables }>();

  routes.get('/', async (c, next) => {
    const article = readKey(c);
    const current = await findRevision(c.var.locale, article);
    if (current === undefined) return c.notFound();
    return show(c, next, { article, asks: 'reason', revision: readRevision(c.req.query(fields.revision)) ?? current });
  });

  routes.post('/', async (c, next) => {
    const article = readKey(c);
    const { locale } = c.var;
    const current = await findRevision(locale, article);
    if (current === undefined) return c.notFound();
    const post = await readFormPost(c.req.raw, feedbackForm, siteOrigin, feedbackLimits.BODY_MAX_BYTES);
    if (post.type === 'refused') return show(c, next, { article, ...refusedOutcome(post, current) });
    const { helped, reason, comment, revision, website } = post.values;
    if (website) return c.redirect(thanksUrl(locale, article), 303);
    const judged = { article, locale, revision: revision === current ? revision : EARLIER };
    const address = c.req.header('CF-Connecting-IP') ?? null;
    const { type } = await giveFeedback({ ...judged, helped, reason, comment, address });
    if (type !== 'taken') {
      return show(c, next, { article, asks: helped ? 'vote' : 'reason', revision, problem: type, reason, comment });
    }
    if (helped !== 'no') return c.redirect(thanksUrl(locale, article), 303);
    return c.redirect(`${feedbackUrl(locale, article)}?${fields.revision}=${revision}`, 303);
  });

  return routes;
}

/** In the place of a revision that the article has not now: its reader had it open while the text changed. */
const EARLIER = 'earlier';

/** What the page asks once more: the answer itself where it did not come, else the reason, with all that was typed. */
function refusedOutcome(
  { problem, texts }: Extract<FormPost<unknown>, { readonly type: 'refused' }>,
  current: string,
): Omit<FeedbackOutcome, 'article'> {
  const { comment, reason: chosen } = texts ?? {};
  // A vote is never too large.
  const isVote = texts === undefined ? problem !== 'post-too-large' : fields.helped in texts || comment === undefined;
  const reason = feedbackReasons.find((one) => one === chosen);
  return {
    asks: isVote ? 'vote' : 'reason',
    revision: readRevision(texts?.revision) ?? current,
    problem,
    reason,
    comment,
  };
}

function readKey(c: FeedbackContext): ArticleKey {
  return `${c.req.param('topic')}/${c.req.param('article')}`;
}

function thanksUrl(locale: Locale, article: ArticleKey): string {
  return `${pageUrl(locale, article)}#${THANKS_ID}`;
}

function show(c: FeedbackContext, next: Next, feedback: FeedbackOutcome): Promise<void> {
  return renderPage(c, next, { feedback }, problemAnswer(feedback.problem ? [feedback.problem] : []));
}

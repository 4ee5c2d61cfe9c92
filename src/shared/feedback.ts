/** "Did this help?": the answers, the reasons and the limits that site and Worker share. */
import { z } from 'zod';
import type { FeedbackProblem, PostProblem, ServiceProblem } from './forms';
import type { ArticleKey } from './urls';

/** Why an article did not help. */
export const feedbackReasons = ['not-found', 'unclear', 'no-effect', 'wrong', 'translation'] as const;

export type FeedbackReason = (typeof feedbackReasons)[number];

export const feedbackLimits = {
  /** Of a sentence, in code points. */
  COMMENT_MAX: 300,
  /** Largest body of a form post, in bytes: a browser without scripts sends longer sentences, which are answered with words of why. */
  BODY_MAX_BYTES: 49_152,
  /** Answers to one article in one language that are counted in a day. */
  VOTES_PER_DAY: 1000,
  /** Sentences on one article in one language that are kept in a day. */
  COMMENTS_PER_DAY: 50,
} as const;

/** The language of a text, as in addresses, and the hash of its words. */
const REVISION = /^[a-z]+(?:-[a-z]+)?-[0-9a-f]{8}$/;

/** Names the text that a reader judged. @example feedbackRevision('zh-Hant', '1a2b3c4d') // 'zh-hant-1a2b3c4d' */
export function feedbackRevision(textLocale: string, hash: string): string {
  return `${textLocale.toLowerCase()}-${hash}`;
}

/** A revision that looks like one; undefined for anything else. */
export function readRevision(text: string | undefined): string | undefined {
  return text !== undefined && REVISION.test(text) ? text : undefined;
}

/**
 * Both forms: `helped` is the answer under the article; `reason` and `comment` come from the page that asks why not.
 * The comment is judged by `giveFeedback`. `website` is the honeypot.
 */
export const feedbackForm = z.strictObject({
  helped: z.enum(['yes', 'no']).optional(),
  reason: z.enum(feedbackReasons).optional(),
  comment: z.string().default(''),
  revision: z.string().regex(REVISION),
  website: z.string().optional(),
});

/** What a route tells the page that asks why. */
export interface FeedbackOutcome {
  readonly article: ArticleKey;
  readonly revision: string;
  /** `vote` where the answer itself could not be taken: the page asks again. */
  readonly asks: 'vote' | 'reason';
  readonly problem?: FeedbackProblem | PostProblem | ServiceProblem;
  readonly reason?: FeedbackReason;
  /** What was typed. */
  readonly comment?: string;
}

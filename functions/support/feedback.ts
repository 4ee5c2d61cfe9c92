/** Takes what a reader says of an article: whether it helped, and why not. */
import { type FeedbackReason, feedbackLimits } from '../../src/shared/feedback';
import type { FeedbackProblem, ServiceProblem } from '../../src/shared/forms';
import { isUnreadable, withoutDirections } from '../../src/shared/typed-text';
import type { Clock } from '../clock';
import type { Report } from '../events';
import { type BurstLimit, isWithinBurst } from '../limits/burst';
import type { FeedbackStore, JudgedText } from './feedback-store';
import { withoutIdentifiers } from './without-identifiers';

export interface FeedbackDependencies {
  readonly store: FeedbackStore;
  readonly burst: BurstLimit;
  readonly clock: Clock;
  readonly report: Report;
}

export interface Feedback extends JudgedText {
  readonly helped?: 'yes' | 'no' | undefined;
  readonly reason?: FeedbackReason | undefined;
  /** As it was typed. */
  readonly comment: string;
  /** Network address, where the platform tells. */
  readonly address: string | null;
}

export type FeedbackResult = { readonly type: 'taken' } | { readonly type: FeedbackProblem | ServiceProblem };

/**
 * Counts the answer, or the reason that is given for a "no", and keeps the sentence without what looks like a name of
 * somebody. What goes beyond a day's share of one article is thanked for and not counted: a flood learns nothing.
 */
export async function giveFeedback(deps: FeedbackDependencies, given: Feedback): Promise<FeedbackResult> {
  const { store, clock, report } = deps;
  const comment = withoutDirections(given.comment).trim();
  if (isUnreadable(comment)) return { type: 'comment-unreadable' };
  if ([...comment].length > feedbackLimits.COMMENT_MAX) return { type: 'comment-too-long' };
  if (!(await isWithinBurst(deps, 'feedback', given.address))) return { type: 'burst' };
  const { article, locale, revision, reason } = given;
  const text = { article, locale, revision };
  const now = clock.now();
  const answer = given.helped ?? reason;
  try {
    const isCounted =
      answer === undefined ||
      (await store.countVote({ ...text, answer }, { now, perDay: feedbackLimits.VOTES_PER_DAY }));
    const isKept =
      comment === '' ||
      (await store.keepComment(
        { ...text, reason, comment: withoutIdentifiers(comment) },
        { now, perDay: feedbackLimits.COMMENTS_PER_DAY },
      ));
    if (!isCounted || !isKept) report({ event: 'feedback.share-used', kind: isCounted ? 'comments' : 'votes', locale });
    return { type: 'taken' };
  } catch {
    report({ event: 'part.failed', part: 'feedback-store', during: 'count-feedback' });
    return { type: 'unavailable' };
  }
}

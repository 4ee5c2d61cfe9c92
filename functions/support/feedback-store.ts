/** Where what readers say is counted. Every step is one transaction. May throw. */
import type { FeedbackReason } from '../../src/shared/feedback';
import type { Locale } from '../../src/shared/locales';
import type { ArticleKey } from '../../src/shared/urls';

/** Which text, as readers of which language see it. */
export interface JudgedText {
  readonly article: ArticleKey;
  /** The locale of the page. */
  readonly locale: Locale;
  /** `earlier` where the text has changed since it was read. */
  readonly revision: string;
}

export interface Vote extends JudgedText {
  readonly answer: 'yes' | 'no' | FeedbackReason;
}

export interface Comment extends JudgedText {
  readonly reason?: FeedbackReason | undefined;
  readonly comment: string;
}

export interface MissedSearch {
  readonly locale: Locale;
  readonly words: string;
}

/** When, and how many of the same kind are taken on that day. */
export interface Share {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly perDay: number;
}

export interface FeedbackStore {
  /** Counts an answer. @returns Whether the day's share had room for it. */
  countVote(vote: Vote, share: Share): Promise<boolean>;
  /** Keeps a sentence. @returns Whether the day's share had room for it. */
  keepComment(comment: Comment, share: Share): Promise<boolean>;
  /** Counts the words of a search that found nothing. @returns Whether the day's share had room for them. */
  countMissedSearch(search: MissedSearch, share: Share): Promise<boolean>;
  /** Erases sentences, words and daily counts that are older. @returns How many sentences and words. */
  eraseOlderThan(moments: {
    readonly comments: number;
    readonly searches: number;
    readonly shares: number;
  }): Promise<number>;
}

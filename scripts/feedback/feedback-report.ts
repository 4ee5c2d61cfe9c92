/** The tables of `npm run feedback`. */
import { type FeedbackReason, feedbackReasons } from '../../src/shared/feedback';
import { localeToSegment, SOURCE_LOCALE } from '../../src/shared/locales';
import { alignTable } from '../aligned-table';
import { shareBounds } from './share-bounds';

/** Rows of the tables of migrations/0003_feedback.sql. */
export interface FeedbackRows {
  readonly counts: readonly {
    readonly article: string;
    readonly locale: string;
    readonly revision: string;
    readonly answer: string;
    readonly count: number;
    /** Milliseconds since the epoch. */
    readonly last_at: number;
  }[];
  readonly comments: readonly {
    readonly article: string;
    readonly locale: string;
    readonly reason: string | null;
    readonly comment: string;
    readonly created_at: number;
  }[];
  readonly searches: readonly { readonly locale: string; readonly words: string; readonly count: number }[];
}

/** One text, as readers of one language judge it. */
interface JudgedText {
  readonly article: string;
  readonly locale: string;
  readonly revision: string;
  readonly yes: number;
  readonly no: number;
  readonly reasons: readonly (readonly [FeedbackReason, number])[];
  readonly lastAt: number;
}

/** Fewer answers than this say nothing yet. */
const ENOUGH = 10;

/**
 * The worst texts first: by the share of "no" that is certain. A translation that is surely worse than the English text of
 * the same article comes before everything else.
 */
export function reportFeedback({ counts, comments, searches }: FeedbackRows): string {
  const texts = collectTexts(counts);
  const judged = texts.filter((text) => answersOf(text) >= ENOUGH).toSorted(byBadness(texts));
  const others = texts.length - judged.length;
  return [
    ...(judged.length > 0
      ? alignTable([header, ...judged.map((text) => rowOf(text, texts))])
      : ['No text has enough answers yet.']),
    ...(others > 0 ? ['', `${others} more with fewer than ${ENOUGH} answers`] : []),
    ...section('Sentences, newest first', comments.map(sentenceLine)),
    ...section(
      'Searched for in vain',
      searches.map(({ locale, words, count }) => `${String(count).padStart(5)}  ${locale}  ${printable(words)}`),
    ),
  ].join('\n');
}

const header = ['article', 'language', 'text', 'yes', 'no', 'at least', 'English', 'why not'];

function rowOf(text: JudgedText, texts: readonly JudgedText[]): readonly string[] {
  const { article, locale, revision, yes, no, reasons } = text;
  const english = findEnglish(text, texts);
  return [
    article,
    locale,
    revision,
    String(yes),
    String(no),
    `${percent(shareBounds(no, yes + no).lower)} no`,
    english ? `${percent(english.no / answersOf(english))} no${isWorseThan(text, english) ? ', better' : ''}` : '',
    reasons.map(([reason, count]) => `${reason} ${count}`).join(', '),
  ];
}

function collectTexts(counts: FeedbackRows['counts']): readonly JudgedText[] {
  const groups = Map.groupBy(counts, ({ article, locale, revision }) => [article, locale, revision].join(' '));
  return [...groups.values()].map((rows) => {
    const of = (answer: string) => rows.find((row) => row.answer === answer)?.count ?? 0;
    const reasons = feedbackReasons.map((reason) => [reason, of(reason)] as const).filter(([, count]) => count > 0);
    const { article = '', locale = '', revision = '' } = rows[0] ?? {};
    const lastAt = Math.max(...rows.map((row) => row.last_at));
    return {
      article,
      locale,
      revision,
      yes: of('yes'),
      no: of('no'),
      lastAt,
      reasons: reasons.toSorted((a, b) => b[1] - a[1]),
    };
  });
}

function answersOf({ yes, no }: JudgedText): number {
  return yes + no;
}

function byBadness(texts: readonly JudgedText[]): (a: JudgedText, b: JudgedText) => number {
  const rank = (text: JudgedText): number => {
    const english = findEnglish(text, texts);
    return shareBounds(text.no, answersOf(text)).lower + (english && isWorseThan(text, english) ? 1 : 0);
  };
  return (a, b) => rank(b) - rank(a) || answersOf(b) - answersOf(a);
}

/** The English text of the same article that was judged last; undefined for English itself. */
function findEnglish({ article, revision }: JudgedText, texts: readonly JudgedText[]): JudgedText | undefined {
  const prefix = `${localeToSegment(SOURCE_LOCALE)}-`;
  if (revision.startsWith(prefix)) return undefined;
  return texts
    .filter((text) => text.article === article && text.revision.startsWith(prefix) && answersOf(text) >= ENOUGH)
    .toSorted((a, b) => b.lastAt - a.lastAt)[0];
}

/** Whether both intervals leave no doubt. */
function isWorseThan(text: JudgedText, english: JudgedText): boolean {
  return shareBounds(text.no, answersOf(text)).lower > shareBounds(english.no, answersOf(english)).upper;
}

function sentenceLine({ article, locale, reason, comment, created_at }: FeedbackRows['comments'][number]): string {
  const day = new Date(created_at).toISOString().slice(0, 10);
  return `${day}  ${locale}  ${article}${reason ? `  (${reason})` : ''}\n    ${printable(comment)}`;
}

/** On one line, and with nothing that a terminal obeys: strangers wrote it. */
function printable(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines] : [];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

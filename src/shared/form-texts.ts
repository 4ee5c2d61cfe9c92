/** The words of a form's problems, with the limits filled in. */
import type { Translate } from './catalog';
import { feedbackLimits } from './feedback';
import { type FieldName, type FormProblem, fieldOf, limits, problems } from './forms';
import { site } from './site';

/** A length of time in whole minutes, rounded up, in the reader's language. */
export function minutesText(t: Translate, seconds: number): string {
  return t('duration.minutes', { count: Math.ceil(seconds / 60) });
}

/** A length of time in whole days, in the reader's language. */
export function daysText(t: Translate, days: number): string {
  return t('duration.days', { count: days });
}

/** What the words of a problem depend on. */
export interface ProblemFacts {
  /** Whether a mobile number will do too. */
  readonly offersPhone?: boolean;
  /** After a wrong code. */
  readonly triesLeft?: number;
}

/** What a problem says to the visitor. */
export function problemText(t: Translate, problem: FormProblem, facts: ProblemFacts = {}): string {
  switch (problem) {
    case 'identifier-missing':
      return t(facts.offersPhone ? 'problem.identifier-missing-phone' : 'problem.identifier-missing');
    case 'identifier-invalid':
      return t(facts.offersPhone ? 'problem.identifier-invalid-phone' : 'problem.identifier-invalid');
    case 'identifier-too-long':
      return t('problem.identifier-too-long', { count: limits.IDENTIFIER_MAX });
    case 'code-malformed':
      return t('problem.code-malformed', { digits: limits.CODE_DIGITS });
    case 'code-wrong':
      return t('problem.code-wrong', { count: facts.triesLeft ?? 0 });
    case 'code-expired':
      return t('problem.code-expired', { duration: minutesText(t, limits.CODE_SECONDS) });
    case 'password-too-short':
      return t('problem.password-too-short', { count: limits.PASSWORD_MIN });
    case 'password-too-long':
      return t('problem.password-too-long', { count: limits.PASSWORD_MAX });
    case 'password-context':
      return t('problem.password-context', { brand: site.brand });
    case 'comment-too-long':
      return t('problem.comment-too-long', { count: feedbackLimits.COMMENT_MAX });
    case 'comment-unreadable':
      return t('problem.field-invalid', { label: t('feedback.comment-label') });
    case 'burst':
      return t('problem.burst', { duration: minutesText(t, limits.BURST_SECONDS) });
    case 'link-expired':
      return t('link.expired', { duration: minutesText(t, limits.LINK_SECONDS) });
    default:
      return t(problems[problem].message);
  }
}

/** What is wrong with one field, of all that is wrong with its form. */
export function fieldErrors(
  t: Translate,
  problems: readonly FormProblem[],
  field: FieldName,
  facts?: ProblemFacts,
): readonly string[] {
  return problems.filter((problem) => fieldOf(problem) === field).map((problem) => problemText(t, problem, facts));
}

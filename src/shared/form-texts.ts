/** The words of a form's problems, with the limits filled in. */
import type { Translate } from './catalog';
import { type FormProblem, limits, problems } from './forms';
import { site } from './site';

/** A length of time in whole minutes, rounded up, in the reader's language. */
export function minutesText(t: Translate, seconds: number): string {
  return t('duration.minutes', { count: Math.ceil(seconds / 60) });
}

/** What a problem says to the visitor. */
export function problemText(t: Translate, problem: FormProblem): string {
  switch (problem) {
    case 'identifier-too-long':
      return t('problem.identifier-too-long', { count: limits.IDENTIFIER_MAX });
    case 'password-too-short':
      return t('problem.password-too-short', { count: limits.PASSWORD_MIN });
    case 'password-too-long':
      return t('problem.password-too-long', { count: limits.PASSWORD_MAX });
    case 'password-context':
      return t('problem.password-context', { brand: site.brand });
    case 'burst':
      return t('problem.burst', { duration: minutesText(t, limits.BURST_SECONDS) });
    case 'link-expired':
      return t('link.expired', { duration: minutesText(t, limits.LINK_SECONDS) });
    default:
      return t(problems[problem].message);
  }
}

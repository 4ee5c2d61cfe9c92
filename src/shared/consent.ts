/** What this site asks its visitors to agree to, and what a request says of that. */
import { z } from 'zod';
import { type ConsentAnswers, type Purpose, readConsent } from './consent-cookie';
import type { PostProblem } from './forms';
import { site } from './site';

const uses = {
  search: site.optional.searchCounts,
  measurement: site.optional.measurement !== undefined,
} satisfies Record<Purpose, boolean>;

/** With none, nobody is asked anything. */
export const askedPurposes: readonly Purpose[] = (Object.keys(uses) as Purpose[]).filter((purpose) => uses[purpose]);

export const isConsentAsked = askedPurposes.length > 0;

/** The banner's two buttons, or the choices page's one answer for each purpose. What is not answered is refused. */
export const choicesForm = z.strictObject({
  all: z.enum(['accept', 'refuse']).optional(),
  search: z.enum(['yes', 'no']).optional(),
  measurement: z.enum(['yes', 'no']).optional(),
});

/** Whether a browser says for its visitor that the answer is no: Global Privacy Control, or Do Not Track. */
export function isRefusedBySignal(headers: Headers): boolean {
  return headers.get('Sec-GPC') === '1' || headers.get('DNT') === '1';
}

/** What the visitor has answered to what this site asks. */
export function answersOf(headers: Headers): ConsentAnswers {
  const answers = readConsent(headers.get('Cookie') ?? '');
  return Object.fromEntries(
    askedPurposes.flatMap((purpose) => [[purpose, answers[purpose]] as const].filter(isAnswered)),
  );
}

function isAnswered(entry: readonly [Purpose, boolean | undefined]): boolean {
  return entry[1] !== undefined;
}

/** Whether the visitor must still be asked about something. */
export function isStillAsked(headers: Headers): boolean {
  const answers = answersOf(headers);
  return !isRefusedBySignal(headers) && askedPurposes.some((purpose) => answers[purpose] === undefined);
}

/** Whether a purpose may be followed for this request. */
export function isGranted(headers: Headers, purpose: Purpose): boolean {
  return !isRefusedBySignal(headers) && answersOf(headers)[purpose] === true;
}

/** What a route tells the page of choices. */
export interface ChoicesOutcome {
  readonly answers: ConsentAnswers;
  readonly isRefusedBySignal: boolean;
  readonly problem?: PostProblem;
}

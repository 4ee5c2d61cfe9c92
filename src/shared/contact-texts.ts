/** The words of what can be wrong with a form of support. */
import type { Translate } from './catalog';
import type { FieldProblem, TicketProblem } from './contact-form';
import { ticketFields } from './contact-topics';
import { minutesText, problemText } from './form-texts';
import { type PostProblem, problems } from './forms';
import type { MessageKey } from './messages';
import { ticketLimits } from './ticket-limits';

/** The words and the HTTP status of every problem of a whole form. */
export const ticketProblems = {
  ...problems,
  confirm: { message: 'problem.confirm', status: 400 },
  enough: { message: 'problem.enough', status: 429 },
  crowded: { message: 'problem.burst', status: 429 },
} as const satisfies Record<TicketProblem, { message: MessageKey; status: number }>;

/** A problem, and the field that it belongs to, which is the field's id too. */
export interface FormError {
  readonly text: string;
  readonly fieldId?: string;
}

interface Problems {
  readonly fieldProblems: readonly FieldProblem[];
  readonly problem?: TicketProblem;
}

/** Everything that is wrong, in the order of the form. */
export function formErrors(t: Translate, { fieldProblems, problem }: Problems): readonly FormError[] {
  const ofFields = fieldProblems.map((one) => ({ text: fieldProblemText(t, one), fieldId: one.field }));
  return problem ? [{ text: ticketProblemText(t, problem) }, ...ofFields] : ofFields;
}

export function fieldProblemText(t: Translate, { field, problem }: FieldProblem): string {
  const { kind, label, maxLength } = ticketFields[field];
  if (problem === 'too-long') return t('problem.field-too-long', { label: t(label), count: maxLength });
  if (problem === 'invalid' && kind === 'email') return t('problem.email-invalid');
  return t(problem === 'missing' ? 'problem.field-missing' : 'problem.field-invalid', { label: t(label) });
}

function ticketProblemText(t: Translate, problem: TicketProblem): string {
  if (problem === 'confirm') return t('problem.confirm');
  if (problem === 'enough' || problem === 'crowded') {
    return t(ticketProblems[problem].message, { duration: minutesText(t, ticketLimits.WINDOW_SECONDS) });
  }
  return problemText(t, problem satisfies PostProblem | 'burst' | 'unavailable');
}

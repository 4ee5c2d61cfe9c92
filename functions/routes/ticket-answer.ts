/** Status and headers of a page of support that says what is wrong. */
import type { FieldProblem, TicketProblem } from '../../src/shared/contact-form';
import { ticketProblems } from '../../src/shared/contact-texts';
import { limits } from '../../src/shared/limits';
import { ticketLimits } from '../../src/shared/ticket-limits';

interface Said {
  readonly fieldProblems: readonly FieldProblem[];
  readonly problem?: TicketProblem;
}

const waits: Partial<Record<TicketProblem, number>> = {
  burst: limits.BURST_SECONDS,
  enough: ticketLimits.WINDOW_SECONDS,
  crowded: ticketLimits.WINDOW_SECONDS,
};

/** Who came too often is told how long to wait (RFC 6585 §4). */
export function ticketAnswer({ problem, fieldProblems }: Said) {
  if (problem === undefined) return { status: fieldProblems.length > 0 ? 400 : 200, headers: {} };
  const seconds = waits[problem];
  const headers: Record<string, string> = seconds === undefined ? {} : { 'Retry-After': String(seconds) };
  return { status: ticketProblems[problem].status, headers };
}

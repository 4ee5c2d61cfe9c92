/** Status and headers of a page that says what is wrong. */
import { type FormProblem, limits, problems } from '../../src/shared/forms';

/** The first problem decides. Who was too quick is told how long to wait. */
export function problemAnswer([first]: readonly FormProblem[]) {
  const headers: Record<string, string> = first === 'burst' ? { 'Retry-After': String(limits.BURST_SECONDS) } : {};
  return { status: first === undefined ? 200 : problems[first].status, headers };
}

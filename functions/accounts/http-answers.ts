/** What the account systems behind HTTP share: how their answers are read, and when a question is asked again. */
import type { z } from 'zod';
import { type FetchedText, type FetchLimits, fetchText } from '../fetch-text';
import { AccountsError } from './port';

export interface HttpSettings {
  /** Until the last byte of one answer. */
  readonly timeoutMilliseconds?: number;
  /** Before the second try. */
  readonly retryMilliseconds?: number;
}

/** Two tries of two calls end well within the lease of a redemption. */
const TIMEOUT_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 250;
const MAX_BYTES = 262_144;

export type HttpAnswer = Extract<FetchedText, { type: 'answered' }>;

/** What a server answers, whatever its status. @throws AccountsError without a cause: faults of `fetch` name URLs. */
export async function askServer(url: string, init: RequestInit, settings: HttpSettings): Promise<HttpAnswer> {
  const limits: FetchLimits = {
    timeoutMilliseconds: settings.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
    maxBytes: MAX_BYTES,
  };
  const answer = await fetchText(url, init, limits);
  if (answer.type === 'answered') return answer;
  throw new AccountsError(answer.reason === 'no-answer' ? 'unavailable' : 'unreadable');
}

/** A status that is no success: may another try help? (RFC 9110 §15.5.9, RFC 6585 §4, RFC 8470 §5.2) */
export function toAccountsError(status: number): AccountsError {
  const mayPass = status >= 500 || [408, 425, 429].includes(status);
  return new AccountsError(mayPass ? 'unavailable' : 'rejected');
}

/** Asks once more when the first try was `unavailable`: only for what may be done twice. */
export async function askTwice<Answer>(ask: () => Promise<Answer>, settings: HttpSettings): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AccountsError) || error.code !== 'unavailable') throw error;
    await new Promise((resolve) => setTimeout(resolve, settings.retryMilliseconds ?? RETRY_MILLISECONDS));
    return ask();
  }
}

/** @throws AccountsError `unreadable` */
export function parseAnswer<Answer>(text: string, schema: z.ZodType<Answer>): Answer {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new AccountsError('unreadable');
  }
}

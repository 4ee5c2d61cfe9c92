/** What a visitor typed into the form of a topic, judged field by field. */

import type { FieldProblem } from '../../src/shared/contact-form';
import {
  type ContactTopicName,
  fieldsOf,
  type Need,
  type TicketFieldName,
  ticketFields,
} from '../../src/shared/contact-topics';
import { isUnreadable, withoutDirections } from '../../src/shared/typed-text';
import { parseIdentifier } from '../recovery/identifiers';
import type { TicketFields } from './ports';

/** What the form sent, unjudged. */
export type TypedFields = Readonly<Partial<Record<TicketFieldName, string>>>;

export type ReadFields =
  | { readonly type: 'ok'; readonly email: string; readonly fields: TicketFields }
  | { readonly type: 'invalid'; readonly problems: readonly FieldProblem[] };

/** A field of one line has none. */
const LINE_BREAK = /[\n\t]/;

/** The answers to a topic's questions, trimmed; an empty one is left out. All problems are told at once. */
export function readFields(topic: ContactTopicName, typed: TypedFields): ReadFields {
  const problems: FieldProblem[] = [];
  const answers: Partial<Record<TicketFieldName, string>> = {};
  for (const [field, need] of fieldsOf(topic)) {
    const value = clean(field, typed[field] ?? '');
    const problem = judge(field, need, value);
    if (problem) problems.push({ field, problem });
    else if (value !== '') answers[field] = value;
  }
  const { email = '', ...fields } = answers;
  if (problems.length > 0) return { type: 'invalid', problems };
  return { type: 'ok', email: findEmail(email) ?? email, fields };
}

/** An address has no direction marks: they come along when it is copied out of a text in another script. */
function clean(field: TicketFieldName, value: string): string {
  return trim(ticketFields[field].kind === 'email' ? value.replaceAll(/[\u061c\u200e\u200f]/g, '') : value);
}

/** What is wrong with one answer. @param value Trimmed. */
export function judge(field: TicketFieldName, need: Need, value: string): FieldProblem['problem'] | undefined {
  const { kind, maxLength } = ticketFields[field];
  if (value === '') return need === 'required' ? 'missing' : undefined;
  if (value.length > maxLength) return 'too-long';
  if (isUnreadable(value) || (kind !== 'text' && LINE_BREAK.test(value))) return 'invalid';
  return kind === 'email' && findEmail(value) === undefined ? 'invalid' : undefined;
}

/** Line breaks as browsers and programs write them become one character (UAX #14, BK and NL), and nothing turns the text around. */
export function trim(value: string): string {
  return withoutDirections(value)
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .trim();
}

function findEmail(value: string): string | undefined {
  const parsed = parseIdentifier(value);
  return parsed.type === 'ok' && parsed.identifier.kind === 'email' ? parsed.identifier.value : undefined;
}

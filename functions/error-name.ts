/** The kinds of error an event may name. Never a message: it may hold what a visitor typed. */

const errorNames = ['TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'AccountsError'] as const;

export type ErrorName = (typeof errorNames)[number] | 'Error';

export function errorNameOf(thrown: unknown): ErrorName {
  return errorNames.find((name) => thrown instanceof Error && thrown.name === name) ?? 'Error';
}

/** Events for the operator: one JSON object a line. docs/operating.md says what each means and what to do about it. */

/** Never holds a secret, a token, a code, an address or an identifier: names, counts and reasons only. */
export interface OperatorEvent {
  /** `<area>.<what happened>`, such as `mail.sent`. */
  readonly event: `${string}.${string}`;
  readonly [fact: string]: string | number | boolean | undefined;
}

export type Report = (event: OperatorEvent) => void;

/** Writes an event to the Worker's log. */
// biome-ignore lint/suspicious/noConsole: the Worker's log is the operator's, and this is its one door.
export const logEvent: Report = (event) => console.log(JSON.stringify(event));

import type { Recipient } from './ports';

/** Names what must go out; the idempotency key of whoever sends it. @example dispatchId('t', 1, 'desk') // 't-1-desk' */
export function dispatchId(ticket: string, number: number, recipient: Recipient): string {
  return `${ticket}-${number}-${recipient}`;
}

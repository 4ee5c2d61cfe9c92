/** The mails that went out, and what Resend knows of their idempotency keys and limits. */
import { randomUUID } from 'node:crypto';
import { type ResendErrorName, type ResendMessage, readMessage } from './resend-rules';

export interface ReceivedMail extends ResendMessage {
  readonly id: string;
  readonly idempotencyKey: string | undefined;
}

export interface SendLimits {
  readonly mailsPerDay: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export type SendOutcome = { readonly id: string; readonly isReplay: boolean } | ResendErrorName;

export interface SentMails {
  readonly inbox: readonly ReceivedMail[];
  /** Sends a mail, once for each key: https://resend.com/docs/dashboard/emails/idempotency-keys. */
  send(body: string, idempotencyKey: string | undefined): SendOutcome;
  /** Until `end` is called, a second request with the key is told that the first is in progress. */
  begin(idempotencyKey: string | undefined): { readonly end: () => void };
  clear(): void;
}

interface Known {
  readonly id: string;
  readonly body: string;
  readonly at: number;
}

const DAY_MILLISECONDS = 86_400_000;

export function createSentMails({ mailsPerDay, now }: SendLimits): SentMails {
  const inbox: ReceivedMail[] = [];
  const times: number[] = [];
  const knownKeys = new Map<string, Known>();
  const keysInProgress = new Set<string>();
  const isToday = (time: number) => now() - time < DAY_MILLISECONDS;

  function replay(body: string, key: string): SendOutcome | undefined {
    const known = knownKeys.get(key);
    if (known && isToday(known.at))
      return known.body === body ? { id: known.id, isReplay: true } : 'invalid_idempotent_request';
    return keysInProgress.has(key) ? 'concurrent_idempotent_requests' : undefined;
  }

  function sendNew(body: string, key: string | undefined): SendOutcome {
    const message = readMessage(body);
    if (typeof message === 'string') return message;
    if (times.filter(isToday).length >= mailsPerDay) return 'daily_quota_exceeded';
    const id = randomUUID();
    times.push(now());
    inbox.push({ ...message, id, idempotencyKey: key });
    if (key !== undefined) knownKeys.set(key, { id, body, at: now() });
    return { id, isReplay: false };
  }

  return {
    inbox,
    send: (body, key) => (key === undefined ? undefined : replay(body, key)) ?? sendNew(body, key),
    begin(key) {
      if (key === undefined) return { end: () => {} };
      keysInProgress.add(key);
      return { end: () => keysInProgress.delete(key) };
    },
    clear() {
      inbox.length = 0;
      times.length = 0;
      knownKeys.clear();
      keysInProgress.clear();
    },
  };
}

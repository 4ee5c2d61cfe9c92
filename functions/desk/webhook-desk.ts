/** A desk that gets signed HTTP: docs/desk-webhook.md is its side of this file. */
import { Webhook } from 'standardwebhooks';
import { topicOf } from '../../src/shared/contact-topics';
import { localeInfo } from '../../src/shared/locales';
import { type FetchedText, fetchText } from '../fetch-text';
import type { SendResult } from '../mail/port';
import type { Desk, DeskTicket } from './port';

export interface WebhookDeskSettings {
  readonly url: string;
  /** `whsec_…`: requests carry a signature for each. Two while one replaces the other. */
  readonly secrets: readonly string[];
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 10_000;
const ANSWER_MAX_BYTES = 65_536;

/** Sends each message as an event of Standard Webhooks (https://www.standardwebhooks.com), whose id is the idempotency key. */
export function createWebhookDesk({
  url,
  secrets,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
}: WebhookDeskSettings): Desk {
  const signers = secrets.map((secret) => new Webhook(secret));
  return {
    async send(ticket, idempotencyKey) {
      const now = new Date();
      const body = JSON.stringify(toEvent(ticket));
      const headers = {
        'Content-Type': 'application/json',
        'User-Agent': 'latchkey',
        'webhook-id': idempotencyKey,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signers.map((signer) => signer.sign(idempotencyKey, now, body)).join(' '),
      };
      const limits = { timeoutMilliseconds, maxBytes: ANSWER_MAX_BYTES };
      return judge(await fetchText(url, { method: 'POST', headers, body }, limits), idempotencyKey);
    },
  };
}

/** The same ticket makes the same bytes. */
function toEvent({ desk, reference, topic, locale, email, number, fields, sentAt }: DeskTicket) {
  const { lang, dir } = localeInfo(locale);
  const timestamp = new Date(sentAt).toISOString();
  return {
    type: number === 1 ? 'ticket.opened' : 'ticket.added',
    timestamp,
    data: { reference, number, desk, topic, isUrgent: topicOf(topic).isUrgent ?? false, lang, dir, email, fields },
  };
}

/** RFC 9110 §15, RFC 6585 §4. Only what says that the ticket itself is at fault is given up. */
function judge(answer: FetchedText, id: string): SendResult {
  if (answer.type === 'failed')
    return { type: 'retry', reason: answer.reason === 'too-large' ? 'unreadable' : 'no-answer' };
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { type: 'sent', id };
  if ([400, 413, 422].includes(status)) return { type: 'rejected', reason: 'refused' };
  const isTheirs = status >= 500 || [408, 425].includes(status);
  if (status !== 429) return { type: 'retry', reason: isTheirs ? 'unavailable' : 'configuration' };
  const wait = headers.get('Retry-After') ?? '';
  return { type: 'retry', reason: 'too-fast', ...(/^\d{1,9}$/.test(wait) ? { afterSeconds: Number(wait) } : {}) };
}

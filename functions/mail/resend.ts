/** Mail by Resend (https://resend.com/docs/api-reference). */
import { domainToASCII } from 'node:url';
import { Resend } from 'resend';
import { z } from 'zod';
import { localeInfo } from '../../src/shared/locales';
import type { Mailer, RenderedMail, SendResult } from './port';

export interface ResendSettings {
  readonly apiKey: string;
  /** `Acme Help <help@mail.example.com>`; its domain is verified at Resend. */
  readonly from: string;
  readonly baseUrl: string;
  /** A provider that does not answer within this time is given up; the mail is retried under the same key. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 10_000;

const accepted = z.object({ id: z.string().min(1) });

/** The package hands on whatever JSON an error's body held, so nothing about it is certain. `null` stands for no answer. */
const refused = z.object({ name: z.string(), statusCode: z.int().nullable() });

/** Error names that decide by themselves: https://resend.com/docs/api-reference/errors. The others are judged by status. */
const byName: Readonly<Record<string, SendResult>> = {
  concurrent_idempotent_requests: { type: 'retry', reason: 'busy' },
  daily_quota_exceeded: { type: 'retry', reason: 'quota' },
  monthly_quota_exceeded: { type: 'retry', reason: 'quota' },
  invalid_idempotent_request: { type: 'rejected', reason: 'key-reused' },
  invalid_from_address: { type: 'retry', reason: 'configuration' },
  invalid_access: { type: 'retry', reason: 'configuration' },
  invalid_region: { type: 'retry', reason: 'configuration' },
};

/** What a status says when the error's name does not. The mail itself is at fault only in the last two. */
function judgeStatus(status: number | null): SendResult {
  if (status === null) return { type: 'retry', reason: 'no-answer' };
  if (status === 429) return { type: 'retry', reason: 'too-fast' };
  if ([401, 403, 404, 405, 451].includes(status)) return { type: 'retry', reason: 'configuration' };
  if ([400, 413, 422].includes(status)) return { type: 'rejected', reason: 'refused' };
  return { type: 'retry', reason: 'unavailable' };
}

/** RFC 9110 §10.2.3, in seconds, which is the form Resend uses; undefined for anything else. */
function readRetryAfter(headers: Readonly<Record<string, string>> | null): number | undefined {
  const value = headers?.['retry-after'] ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

type Answer = Awaited<ReturnType<Resend['emails']['send']>>;

function readAnswer({ data, error, headers }: Answer): SendResult {
  const sent = accepted.safeParse(data);
  if (sent.success) return { type: 'sent', id: sent.data.id };
  const refusal = refused.safeParse(error);
  if (!refusal.success) return { type: 'retry', reason: 'unreadable' };
  const result = byName[refusal.data.name] ?? judgeStatus(refusal.data.statusCode);
  const afterSeconds = readRetryAfter(headers);
  return result.type === 'retry' && afterSeconds !== undefined ? { ...result, afterSeconds } : result;
}

/** A stable id of the mail for its headers. Mail programs that group by it show each reset link on its own, not the oldest one. */
async function entityReference(idempotencyKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`mail:${idempotencyKey}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Mail servers know domains in punycode; that of `maria@bücher.example` needs nothing else of them (RFC 5891 §5). */
function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}

async function toRequest(from: string, mail: RenderedMail, to: string, idempotencyKey: string) {
  return {
    from,
    to: withAsciiDomain(to),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.replyTo === undefined ? {} : { replyTo: withAsciiDomain(mail.replyTo) }),
    headers: {
      /** RFC 3834 §5: nobody's holiday notice answers. */
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': localeInfo(mail.locale).lang,
      'X-Entity-Ref-ID': await entityReference(idempotencyKey),
    },
  };
}

/** The mailer that sends by Resend. */
export function resendMailer(settings: ResendSettings): Mailer {
  const { apiKey, from, baseUrl, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = settings;
  const resend = new Resend(apiKey, { baseUrl });
  return {
    async send(mail, to, idempotencyKey) {
      const request = await toRequest(from, mail, to, idempotencyKey);
      const signal = AbortSignal.timeout(timeoutMilliseconds);
      return readAnswer(await resend.emails.send(request, { idempotencyKey, signal }));
    },
  };
}

/** Text messages by Twilio (https://www.twilio.com/docs/messaging/api/message-resource). */
import { z } from 'zod';
import { type FetchedText, fetchText } from '../fetch-text';
import type { RenderedText, Texter, TextResult } from './port';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** A number, a short code, a sender name, or the SID of a messaging service (`MG…`). */
  readonly from: string;
  readonly baseUrl: string;
  /** Until the whole answer is there. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 10_000;
const MAX_BYTES = 262_144;

/** How many of the newest messages to a number are looked through: more than an hour's limit lets go out. */
const LOOKED_THROUGH = 20;

const created = z.object({ sid: z.string().min(1) });
const refusal = z.object({ code: z.int() });
const list = z.object({ messages: z.array(z.object({ body: z.string().nullable() })) });

/**
 * Codes of a refusal that is not about the message: sender, account or region must be set right first. All others are
 * judged by status alone, since Twilio keeps splitting its codes.
 */
const CONFIGURATION_CODES = new Set([21212, 21408, 21603, 21606, 21659, 21660, 21661, 21712]);

/**
 * The texter that sends by Twilio.
 *
 * Twilio knows no idempotency keys. A repeat therefore looks first whether the same words have gone to the same number, and
 * sends only what has not. What is left: a message that Twilio took, whose answer was lost, and which its list does not
 * show yet. Then it goes out twice, with the same code.
 */
export function twilioTexter(settings: TwilioSettings): Texter {
  return {
    async send(text, to, { isRepeat, validSeconds }) {
      const found = isRepeat ? await find(settings, text, to) : undefined;
      if (found !== undefined) return found;
      const sender = settings.from.startsWith('MG') ? 'MessagingServiceSid' : 'From';
      const fields = { To: to, [sender]: settings.from, Body: text.body, ValidityPeriod: String(validSeconds) };
      const answer = await request(settings, { method: 'POST', body: new URLSearchParams(fields) });
      return judge(answer, (body) => (created.safeParse(body).success ? { type: 'sent' } : undefined));
    },
  };
}

/** `sent` when it is there, undefined when it is not, or when this key may not look: better twice than never. */
async function find(settings: TwilioSettings, text: RenderedText, to: string): Promise<TextResult | undefined> {
  const answer = await request(settings, { method: 'GET' }, { To: to, PageSize: String(LOOKED_THROUGH) });
  if (answer.type === 'answered' && [401, 403, 404].includes(answer.status)) return undefined;
  let isFound = false;
  const result = judge(answer, (body) => {
    const read = list.safeParse(body);
    isFound = read.data?.messages.some((message) => message.body === text.body) ?? false;
    return read.success ? { type: 'sent' } : undefined;
  });
  return result.type === 'sent' && !isFound ? undefined : result;
}

function request(settings: TwilioSettings, init: RequestInit, query: Record<string, string> = {}) {
  const { accountSid, authToken, baseUrl, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = settings;
  const url = `${baseUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const headers = { Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`, 'User-Agent': 'latchkey' };
  const search = new URLSearchParams(query).toString();
  const limits = { timeoutMilliseconds, maxBytes: MAX_BYTES };
  return fetchText(search ? `${url}?${search}` : url, { ...init, headers }, limits);
}

/** @param read The result of a good answer's body; undefined for a body that is not Twilio's. */
function judge(answer: FetchedText, read: (body: unknown) => TextResult | undefined): TextResult {
  if (answer.type === 'failed') return { type: 'retry', reason: 'no-answer' };
  const body = parseJson(answer.text);
  if (answer.status < 300) return read(body) ?? { type: 'retry', reason: 'unreadable' };
  return judgeRefusal(answer.status, refusal.safeParse(body).data?.code, readRetryAfter(answer.headers));
}

function judgeRefusal(status: number, code: number | undefined, afterSeconds: number | undefined): TextResult {
  if (status === 429) return { type: 'retry', reason: code === 63038 ? 'quota' : 'too-fast', afterSeconds };
  if ([401, 403, 404, 405].includes(status)) return { type: 'retry', reason: 'configuration' };
  if (status === 400 && code !== undefined) {
    return CONFIGURATION_CODES.has(code) ? { type: 'retry', reason: 'configuration' } : { type: 'rejected', code };
  }
  return { type: 'retry', reason: status >= 500 ? 'unavailable' : 'unreadable', afterSeconds };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** RFC 9110 §10.2.3, in seconds; undefined for anything else. */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

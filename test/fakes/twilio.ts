/**
 * A strict stand-in for Twilio's Messages resource: it refuses what the real one refuses, knows no idempotency keys, and fails on command.
 *
 * @example
 * const twilio = await startFakeTwilio();
 * twilio.failNext({ type: 'drop', accepts: true }); // takes the message, then loses the answer
 * twilio.messages; // the text messages that went out, oldest first
 * await twilio.stop();
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startLocalServer } from './local-server';

/** `error`: a refusal as Twilio writes it. The others answer nothing of use; with `accepts` the message went out all the same. */
export type TwilioFailure =
  | { readonly type: 'error'; readonly status: number; readonly code: number; readonly retryAfterSeconds?: number }
  | { readonly type: 'hang' | 'drop' | 'html'; readonly accepts: boolean };

export interface ReceivedText {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly validSeconds: number | undefined;
}

/** One request, and how it ended: the code of a refusal, or what became of it. */
export interface TwilioRequest {
  readonly method: string;
  readonly outcome: 'sent' | 'listed' | 'hang' | 'drop' | 'html' | number;
}

export interface FakeTwilio {
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly from: string;
  readonly messages: readonly ReceivedText[];
  readonly requests: readonly TwilioRequest[];
  /** Fails the next requests in this order, one each. */
  failNext(...failures: readonly TwilioFailure[]): void;
  /** Whether the list shows messages; the real one may refuse a restricted key. */
  allowList(isAllowed: boolean): void;
  clear(): void;
  stop(): Promise<void>;
}

/** What the Worker must know to send by the fake, once `TEXT_MESSAGES` says so. */
export function twilioVariables({ url, accountSid, authToken, from }: FakeTwilio) {
  return { SMS_BASE_URL: url, TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from };
}

const ACCOUNT_SID = 'AC00000000000000000000000000000001';
const AUTH_TOKEN = 'the-token-of-the-tests';
const FROM = '+15551234567';
const SERVICE = 'MG00000000000000000000000000000001';
const PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`;

const wanted = z.strictObject({
  To: z.string().regex(/^\+[1-9]\d{6,14}$/),
  From: z.literal(FROM).optional(),
  MessagingServiceSid: z.literal(SERVICE).optional(),
  Body: z.string().min(1).max(1600),
  ValidityPeriod: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(36_000)).optional(),
});

/** Codes of the fields: https://www.twilio.com/docs/api/errors. */
const fieldCodes: Readonly<Record<string, number>> = {
  To: 21211,
  From: 21606,
  MessagingServiceSid: 20404,
  Body: 21602,
};

/** Starts the fake on this machine. */
export async function startFakeTwilio(): Promise<FakeTwilio> {
  const messages: ReceivedText[] = [];
  const requests: TwilioRequest[] = [];
  const failures: TwilioFailure[] = [];
  let canList = true;

  const server = await startLocalServer(async (request, response) => {
    const { method = '' } = request;
    const body = await text(request).catch(() => '');
    const note = (outcome: TwilioRequest['outcome']) => void requests.push({ method, outcome });
    const refuse = (status: number, code: number, retryAfterSeconds?: number) => {
      note(code);
      answerError(response, status, code, retryAfterSeconds);
    };
    const fault = findFault(request);
    if (fault) return refuse(...fault);
    const failure = failures.shift();
    if (failure?.type === 'error') return refuse(failure.status, failure.code, failure.retryAfterSeconds);
    const answer = method === 'GET' ? () => list(request, messages) : () => take(body, messages);
    if (method === 'GET' && !canList) return refuse(403, 20403);
    if (failure) {
      note(failure.type);
      if (failure.accepts) answer();
      return misbehave(response, failure.type);
    }
    const result = answer();
    if (typeof result === 'number') return refuse(400, result);
    note(method === 'GET' ? 'listed' : 'sent');
    answerJson(response, method === 'GET' ? 200 : 201, result);
  });

  return {
    url: server.origin,
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    from: FROM,
    messages,
    requests,
    failNext: (...given) => void failures.push(...given),
    allowList: (isAllowed) => {
      canList = isAllowed;
    },
    clear() {
      messages.length = 0;
      requests.length = 0;
      failures.length = 0;
      canList = true;
    },
    async stop() {
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Waits for text message number `count` to a number. @throws TypeError after ten seconds. */
export async function waitForText(twilio: FakeTwilio, to: string, count = 1): Promise<ReceivedText> {
  const end = Date.now() + 10_000;
  for (;;) {
    const message = twilio.messages.filter((received) => received.to === to)[count - 1];
    if (message) return message;
    if (Date.now() > end) throw new TypeError(`No text message number ${count} came in 10 s.`);
    await sleep(20);
  }
}

/** The code in a text message, as a telephone reads it for the form. */
export function codeIn({ body }: ReceivedText): string {
  const code = /\n@\S+ #(\d{6})$/.exec(body)?.[1];
  if (!code) throw new TypeError('The text message ends without a code.');
  return code;
}

/** Status and code of what is wrong with a request before its body is read. */
function findFault({ method, url, headers }: IncomingMessage): readonly [number, number] | undefined {
  if (url?.split('?')[0] !== PATH) return [404, 20404];
  if (headers.authorization !== `Basic ${btoa(`${ACCOUNT_SID}:${AUTH_TOKEN}`)}`) return [401, 20003];
  if (method !== 'GET' && method !== 'POST') return [405, 20004];
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return method === 'POST' && !isForm ? [400, 20001] : undefined;
}

/** The message as Twilio shows it, or the code of what is wrong with it. */
function take(body: string, messages: ReceivedText[]): object | number {
  const entries = [...new URLSearchParams(body)];
  const parsed = wanted.safeParse(Object.fromEntries(entries));
  if (!parsed.success) return fieldCodes[String(parsed.error.issues[0]?.path[0])] ?? 20001;
  const { To, From, MessagingServiceSid, Body, ValidityPeriod } = parsed.data;
  if (!From && !MessagingServiceSid) return 21603;
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const message = { sid, to: To, from: From ?? FROM, body: Body, validSeconds: ValidityPeriod };
  messages.push(message);
  return show(message);
}

function list({ url }: IncomingMessage, messages: readonly ReceivedText[]): object {
  const { searchParams } = new URL(url ?? '', 'http://localhost');
  const found = messages.filter(({ to }) => to === searchParams.get('To')).reverse();
  return { messages: found.slice(0, Number(searchParams.get('PageSize') ?? 50)).map(show), page: 0 };
}

function show({ sid, to, from, body }: ReceivedText): object {
  return {
    sid,
    account_sid: ACCOUNT_SID,
    to,
    from,
    body,
    status: 'queued',
    error_code: null,
    direction: 'outbound-api',
  };
}

function misbehave(response: ServerResponse, type: 'hang' | 'drop' | 'html'): void {
  if (type === 'drop') response.destroy();
  if (type === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Hi</title>');
}

function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function answerError(response: ServerResponse, status: number, code: number, retryAfterSeconds?: number): void {
  const body = { code, message: 'refused', more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  answerJson(response, status, body, headers);
}

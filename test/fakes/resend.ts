/**
 * A strict stand-in for Resend's API: it refuses what the real one refuses, sends once under one idempotency key, and fails on command.
 *
 * @example
 * const resend = await startFakeResend();
 * resend.failNext({ type: 'drop', accepts: true }); // takes the mail, then loses the answer
 * resend.inbox; // the mails that went out
 * await resend.stop();
 */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createFailurePlan, type Failure, type RandomFailures } from './failure-plan';
import { findHeadError, type ResendErrorName, resendErrors } from './resend-rules';
import { createSentMails, type ReceivedMail } from './sent-mails';

export interface FakeResendOptions {
  readonly apiKey?: string;
  /** A free port without it. */
  readonly port?: number;
  readonly mailsPerDay?: number;
  readonly requestsPerSecond?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** One request and how it ended. */
export interface Attempt {
  readonly idempotencyKey: string | undefined;
  readonly outcome: 'sent' | 'replayed' | 'hang' | 'drop' | 'html' | ResendErrorName;
}

export interface FakeResend {
  readonly url: string;
  readonly apiKey: string;
  readonly inbox: readonly ReceivedMail[];
  readonly attempts: readonly Attempt[];
  /** Fails the next requests in this order, one each. */
  failNext(...failures: readonly Failure[]): void;
  /** Fails requests by chance, the same ones for the same seed, whenever `failNext` is used up. */
  failAtRandom(plan: RandomFailures | undefined): void;
  /** Forgets mails, keys and attempts. */
  clear(): void;
  stop(): Promise<void>;
}

/** Starts the fake on this machine. */
export async function startFakeResend(options: FakeResendOptions = {}): Promise<FakeResend> {
  const {
    apiKey = 're_test',
    port = 0,
    mailsPerDay = Infinity,
    requestsPerSecond = Infinity,
    now = Date.now,
  } = options;
  const plan = createFailurePlan();
  const mails = createSentMails({ mailsPerDay, now });
  const attempts: Attempt[] = [];
  const isTooFast = createRateLimit(requestsPerSecond, now);

  const server = createServer(async (request, response) => {
    const idempotencyKey = request.headers['idempotency-key'] as string | undefined;
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const failure = plan.next();
    const finish = (outcome: Attempt['outcome'], answer: () => void) => {
      attempts.push({ idempotencyKey, outcome });
      answer();
    };
    const refuse = (name: ResendErrorName, retryAfterSeconds?: number) =>
      finish(name, () => answerError(response, name, retryAfterSeconds));

    if (isTooFast()) return refuse('rate_limit_exceeded', 1);
    const headError = findHeadError(request, apiKey);
    if (headError) return refuse(headError);
    if (failure?.type === 'error') return refuse(failure.name, failure.retryAfterSeconds);
    if (failure && !failure.accepts) response.on('close', mails.begin(idempotencyKey).end);
    const outcome = failure?.accepts === false ? undefined : mails.send(body, idempotencyKey);
    if (failure) return finish(failure.type, () => misbehave(response, failure.type));
    if (typeof outcome === 'string') return refuse(outcome);
    if (outcome) finish(outcome.isReplay ? 'replayed' : 'sent', () => answerJson(response, 200, { id: outcome.id }));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    inbox: mails.inbox,
    attempts,
    failNext: (...failures) => plan.script(failures),
    failAtRandom: plan.randomize,
    clear() {
      mails.clear();
      attempts.length = 0;
    },
    stop: () => stopServer(server),
  };
}

/** Whether there were more requests within the last second than allowed. */
function createRateLimit(requestsPerSecond: number, now: () => number): () => boolean {
  const times: number[] = [];
  return () => {
    while (times[0] !== undefined && now() - times[0] >= 1000) times.shift();
    if (times.length >= requestsPerSecond) return true;
    times.push(now());
    return false;
  };
}

function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function answerError(response: ServerResponse, name: ResendErrorName, retryAfterSeconds?: number): void {
  const { statusCode, message } = resendErrors[name];
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  answerJson(response, statusCode, { statusCode, name, message }, headers);
}

function misbehave(response: ServerResponse, type: 'hang' | 'drop' | 'html'): void {
  if (type === 'drop') response.destroy();
  if (type === 'html')
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
}

function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

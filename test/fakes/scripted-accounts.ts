/** An operator's account system that says what a test tells it to, rightly signed unless the test spoils it. */
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { type LocalServer, startLocalServer } from './local-server';
import { newSecret } from './reference-accounts';

/** A question as it came in; its signature was right. */
export interface ReceivedQuestion {
  readonly id: string;
  readonly timestamp: number;
  readonly signatures: readonly string[];
  readonly body: { readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, string>> };
}

/** What it says, and how. */
export interface SignedAnswer {
  readonly body: unknown;
  readonly secret?: string;
  /** Seconds to the past. */
  readonly age?: number;
  readonly id?: (questionId: string) => string;
  /** Replaces the signed body on its way. */
  readonly tampered?: string;
}

export type Step = SignedAnswer | ((response: ServerResponse, question: ReceivedQuestion) => void);

export interface ScriptedAccounts extends LocalServer {
  readonly secret: string;
  readonly received: readonly ReceivedQuestion[];
  /** Answers the next questions, one each. */
  script(...steps: readonly Step[]): void;
}

/** Starts it; a question that nothing was scripted for is answered by 500. */
export async function startScriptedAccounts(): Promise<ScriptedAccounts> {
  const secret = newSecret();
  const received: ReceivedQuestion[] = [];
  const steps: Step[] = [];
  const server = await startLocalServer(async (request, response) => {
    const headers = request.headers as Record<string, string>;
    const body = new Webhook(secret).verify(await text(request), headers) as ReceivedQuestion['body'];
    const question = {
      id: headers['webhook-id'] ?? '',
      timestamp: Number(headers['webhook-timestamp']),
      signatures: headers['webhook-signature']?.split(' ') ?? [],
      body,
    };
    received.push(question);
    const step = steps.shift();
    if (typeof step === 'function') return step(response, question);
    if (step === undefined) return void response.writeHead(500).end();
    answer(response, question, { secret, ...step });
  });
  return { ...server, secret, received, script: (...more) => void steps.push(...more) };
}

function answer(response: ServerResponse, { id }: ReceivedQuestion, step: SignedAnswer & { secret: string }): void {
  const body = typeof step.body === 'string' ? step.body : JSON.stringify(step.body);
  const answerId = step.id?.(id) ?? `${id}_answer`;
  const time = new Date(Date.now() - (step.age ?? 0) * 1000);
  response.writeHead(200, {
    'content-type': 'application/json',
    'webhook-id': answerId,
    'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
    'webhook-signature': new Webhook(step.secret).sign(answerId, time, body),
  });
  response.end(step.tampered ?? body);
}

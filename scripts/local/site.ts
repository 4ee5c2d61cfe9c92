/** The built Worker in workerd, with KV, D1, Queues and Durable Objects kept on this machine. */
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unstable_startWorker } from 'wrangler';
import { STATE_FOLDER } from './state';
import type { LocalVariables } from './variables';

const CONFIG = 'dist/server/wrangler.json';
const ANSWER_TRIES = 100;

/** Starts the Worker and waits until its home page answers. */
export async function serveSite(port: number, variables: LocalVariables): Promise<AsyncDisposable> {
  const bindings = Object.entries(variables).map(([name, value]) => [name, { type: 'plain_text', value }] as const);
  const worker = await unstable_startWorker({
    config: CONFIG,
    bindings: Object.fromEntries(bindings),
    dev: {
      server: { hostname: 'localhost', port },
      /** Wrangler adds the last part itself. */
      persist: dirname(STATE_FOLDER),
      logLevel: 'error',
      watch: false,
      inspector: false,
      structuredLogsHandler: printLog,
    },
  });
  await worker.ready;
  await waitForAnswer(`${variables.SITE_ORIGIN}/en/`);
  return { [Symbol.asyncDispose]: () => worker.dispose() };
}

interface WorkerLog {
  readonly level: string;
  readonly message: string;
}

function printLog({ level, message }: WorkerLog): void {
  const print = level === 'error' || level === 'warn' ? console.error : console.log;
  print(message);
}

async function waitForAnswer(url: string): Promise<void> {
  for (let tries = 0; tries < ANSWER_TRIES; tries += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`The site does not answer at ${url}`);
}

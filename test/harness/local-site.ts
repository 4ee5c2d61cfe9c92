/** `npm start` and `npm run dev`, run as a person runs them, in a fresh copy of the project. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localTwilio } from '../../scripts/local/inboxes';

export interface LocalMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface LocalText {
  readonly to: string;
  readonly body: string;
}

export interface LocalSite {
  readonly origin: string;
  readonly mailboxOrigin: string;
  readonly textsOrigin: string;
  /** Everything printed so far. */
  output(): string;
  /** The mails in the local mailbox. */
  mails(): Promise<readonly LocalMail[]>;
  /** The text messages in the local inbox, newest first. */
  texts(): Promise<readonly LocalText[]>;
  /** Presses Ctrl-C, and waits for the end. @returns The exit code; null when a signal ended it. */
  interrupt(): Promise<number | null>;
}

const READY = 'Ctrl-C ends the site';
const READY_MILLISECONDS = 120_000;

/** Runs a script of package.json in a folder, on free ports, and waits until it says that the site answers. */
export async function runLocalSite(folder: string, args: readonly string[]): Promise<LocalSite> {
  const port = await findFreePorts();
  const run = runScript(folder, args, port);
  const end = Date.now() + READY_MILLISECONDS;
  while (!run.output().includes(READY)) {
    if (run.child.exitCode !== null || Date.now() > end) throw new Error(`the site did not start\n${run.output()}`);
    await sleep(50);
  }
  const mailboxOrigin = `http://localhost:${port + 1}`;
  const textsOrigin = `http://localhost:${port + 2}`;
  return {
    origin: `http://localhost:${port}`,
    mailboxOrigin,
    textsOrigin,
    output: run.output,
    async mails() {
      const response = await fetch(`${mailboxOrigin}/emails`, { headers: { authorization: 'Bearer re_local' } });
      return ((await response.json()) as { data: LocalMail[] }).data;
    },
    async texts() {
      const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = localTwilio;
      const response = await fetch(`${textsOrigin}/2010-04-01/Accounts/${TWILIO_ACCOUNT_SID}/Messages.json`, {
        headers: { authorization: `Basic ${btoa(`${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`)}` },
      });
      return ((await response.json()) as { messages: LocalText[] }).messages;
    },
    interrupt: () => interrupt(run.child),
  };
}

/** Starts a script of package.json in a process group and an environment of its own, as a terminal does. */
export function runScript(folder: string, args: readonly string[], port: number) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const env = { HOME: process.env.HOME, PATH: path.join(delimiter), PORT: String(port) };
  const child = spawn('npm', args, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  return { child, output: () => output };
}

/** Sends the signal of Ctrl-C to the whole group, as a terminal does. */
async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'close');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code] = (await closed) as [number | null];
  return code;
}

/** A port that is free, with two next ones that are free too. */
export async function findFreePorts(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0);
    if (port && (await listenOnce(port + 1)) && (await listenOnce(port + 2))) return port;
  }
}

/** @returns The port that was listened on, and is free again; undefined when it was taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as { port: number };
      server.close(() => resolve(address.port));
    });
  });
}

/** The processes that work in a folder. Linux only. */
export function processesIn(folder: string): readonly string[] {
  return globSync('/proc/[0-9]*/cwd').filter((link) => {
    try {
      return readlinkSync(link).startsWith(folder);
    } catch {
      return false;
    }
  });
}

/** Asks again and again until the answer is defined. @throws Error naming what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  milliseconds = 30_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come about in ${milliseconds} ms`);
    await sleep(100);
  }
}

/** A strict stand-in for the range API of Have I Been Pwned: refuses what is not exactly a padded look-up of five characters. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type LocalServer, startLocalServer } from './local-server';

export interface FakePwnedPasswords extends LocalServer {
  /** Everything that a request told: its method, path, headers and body. */
  readonly received: string[];
  /** Answers the next requests so. */
  answerWith(answer: ((response: ServerResponse) => void) | undefined): void;
}

const PADDING = Array.from({ length: 800 }, (_, index) => `${index.toString(16).toUpperCase().padStart(35, '0')}:0`);

/** @param breached How often each password was seen; 0 makes it padding. */
export async function startFakePwnedPasswords(breached: Readonly<Record<string, number>>): Promise<FakePwnedPasswords> {
  const hashes = Object.entries(breached).map(([password, count]) => ({ hash: sha1(password), count }));
  const received: string[] = [];
  let scripted: ((response: ServerResponse) => void) | undefined;
  const server = await startLocalServer(({ method, url = '', headers }, response) => {
    received.push(JSON.stringify({ method, url, headers }));
    if (scripted) return scripted(response);
    const [, prefix] = /^\/range\/([0-9A-F]{5})$/.exec(url) ?? [];
    const isPadded = headers['add-padding'] === 'true' && headers['user-agent'] !== undefined;
    if (method !== 'GET' || prefix === undefined || !isPadded) return void response.writeHead(400).end();
    const entries = hashes
      .filter(({ hash }) => hash.startsWith(prefix))
      .map(({ hash, count }) => `${hash.slice(5)}:${count}`);
    response.writeHead(200, { 'content-type': 'text/plain' }).end([...PADDING, ...entries].sort().join('\r\n'));
  });
  return {
    ...server,
    received,
    answerWith: (answer) => {
      scripted = answer;
    },
  };
}

/** In upper-case hexadecimal. */
export function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex').toUpperCase();
}

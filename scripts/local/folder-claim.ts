/** One local site a folder: two would share what is built, its variables and its storage. */
import { mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { dirname } from 'node:path';
import { PersonError } from './person-error';

/** A socket and not a file with a process id: it falls silent with its process, however that ends. */
const SOCKET = '.wrangler/local-site.sock';

/**
 * Claims this folder for the site on a port, until it is disposed of.
 *
 * @throws PersonError with the address of the site that has it.
 */
export async function claimFolder(port: number, socket: string = SOCKET): Promise<AsyncDisposable> {
  const origin = `http://localhost:${port}`;
  mkdirSync(dirname(socket), { recursive: true });
  const other = await askHolder(socket);
  if (other) {
    throw new PersonError(
      `A site is already running from this folder: ${other}\nEnd it first (Ctrl-C in its terminal), or start this one from another clone.`,
    );
  }
  rmSync(socket, { force: true });
  const server = createServer((connection) => connection.end(origin));
  await listen(server, socket);
  return { [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** What the holder of a socket says; nothing where none is left. */
async function askHolder(socket: string): Promise<string> {
  const connection = createConnection(socket).setEncoding('utf8');
  try {
    const parts: string[] = await connection.toArray();
    return parts.join('');
  } catch {
    return '';
  }
}

function listen(server: Server, socket: string): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(socket, resolve));
}

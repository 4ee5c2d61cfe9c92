/** The three ports of a local site. */
import { createServer } from 'node:net';
import { PersonError } from './person-error';

export interface Ports {
  readonly site: number;
  readonly mailbox: number;
  readonly texts: number;
}

const DEFAULT_PORT = 8787;

/**
 * The site's port, the next one for the mailbox, and one more for the text messages.
 *
 * @param port What `PORT` says; 8787 when it says nothing.
 * @throws PersonError for anything that is not a port with two next ones.
 * @example choosePorts('9000') // { site: 9000, mailbox: 9001, texts: 9002 }
 */
export function choosePorts(port: string | undefined): Ports {
  const site = port ? Number(port) : DEFAULT_PORT;
  if (!Number.isInteger(site) || site < 1 || site > 65_533) {
    throw new PersonError(`PORT is "${port}". Set it to a number from 1 to 65533, for example: PORT=9000 npm start`);
  }
  return { site, mailbox: site + 1, texts: site + 2 };
}

/** @throws PersonError naming the ports that something else listens on. */
export async function requireFree({ site, mailbox, texts }: Ports): Promise<void> {
  const taken: string[] = [];
  if (!(await isFree(site))) taken.push(`Port ${site} (the site) is in use.`);
  if (!(await isFree(mailbox))) taken.push(`Port ${mailbox} (the mailbox) is in use.`);
  if (!(await isFree(texts))) taken.push(`Port ${texts} (the text messages) is in use.`);
  if (taken.length > 0) {
    throw new PersonError(
      `${taken.join('\n')}\nEnd what uses it, or choose another port: PORT=${site + 100} npm start`,
    );
  }
}

/** Whether nothing listens on the port, neither by IPv4 nor by IPv6. */
async function isFree(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => canListen(port, host)));
  return answers.every(Boolean);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

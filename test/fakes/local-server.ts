/** An HTTP server on this machine for one test. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalServer extends AsyncDisposable {
  readonly origin: string;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Starts a server on a free port. Closing it drops the requests that it never answered. */
export async function startLocalServer(answer: Answer): Promise<LocalServer> {
  const server = createServer(answer as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

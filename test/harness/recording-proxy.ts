/** A proxy between a browser and the site: it writes down every request as it was sent, and plays other sites. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request on the wire. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface RecordingProxy extends AsyncDisposable {
  readonly port: number;
  /** Requests to the site and to the other sites, in order; what a browser asks its own maker for is left out. */
  readonly requests: readonly RecordedRequest[];
  /** Puts a page of another site at this address. @returns The address. */
  play(url: string, html: string): string;
  clear(): void;
}

/** @param siteOrigin Requests to it are handed on. Nothing else leaves the machine. */
export async function startRecordingProxy(siteOrigin: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const pages = new Map<string, string>();
  const hosts = () => [siteOrigin, ...pages.keys()].map((url) => new URL(url).host);
  const server = createServer((incoming, response) => {
    const { method = '', url = '', headers } = incoming;
    if (!URL.canParse(url) || !hosts().includes(new URL(url).host)) return void response.writeHead(404).end();
    requests.push({ method, url, headers });
    if (new URL(url).origin === siteOrigin) return handOn(incoming, response);
    response.writeHead(pages.has(url) ? 200 : 404, { 'content-type': 'text/html' }).end(pages.get(url) ?? '');
  });
  server.on('connect', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    play(url, html) {
      pages.set(url, html);
      return url;
    },
    clear: () => {
      requests.length = 0;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function handOn(incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url = '', headers } = incoming;
  const onward = request(url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  incoming.pipe(onward);
}

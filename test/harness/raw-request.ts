/** A request whose path and headers are sent as they are: `fetch` tidies up the one and forbids some of the others. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** @param origin Where it is sent, whatever its `Host` says. */
export function sendRaw(origin: string, path: string, { method, headers, body }: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { ...headers } }, async (response) => {
      const { statusCode: status = 0, headers: received } = response;
      resolve({ status, location: received.location, body: await text(response) });
    });
    sent.on('error', reject).end(body);
  });
}

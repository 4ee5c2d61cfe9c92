import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { choosePorts, requireFree } from '../../../scripts/local/ports';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function listen(host: string): Promise<number> {
  const server = createServer();
  servers.push(server);
  return new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as { port: number }).port)));
}

describe('the ports of a local site', () => {
  test('are 8787 and the next two', () => {
    expect(choosePorts(undefined)).toEqual({ site: 8787, mailbox: 8788, texts: 8789 });
    expect(choosePorts('')).toEqual({ site: 8787, mailbox: 8788, texts: 8789 });
  });

  test('follow PORT', () => expect(choosePorts('9000')).toEqual({ site: 9000, mailbox: 9001, texts: 9002 }));

  test.each(['abc', '0', '-1', '80.5', '65534', '99999'])('cannot be %s', (port) => {
    expect(() => choosePorts(port)).toThrow('Set it to a number from 1 to 65533');
  });

  test.each(['127.0.0.1', '::1'])('are refused when something listens at %s', async (host) => {
    const port = await listen(host);
    await expect(requireFree({ site: port, mailbox: port + 1, texts: port + 2 })).rejects.toThrow(
      `Port ${port} (the site) is in use.`,
    );
    await expect(requireFree({ site: port - 1, mailbox: port, texts: port + 1 })).rejects.toThrow(
      `Port ${port} (the mailbox) is in use.`,
    );
    await expect(requireFree({ site: port - 2, mailbox: port - 1, texts: port })).rejects.toThrow(
      `Port ${port} (the text messages) is in use.`,
    );
  });

  test('are accepted when nothing listens', async () => {
    const port = await listen('127.0.0.1');
    servers.pop()?.close();
    await expect(requireFree({ site: port, mailbox: port, texts: port })).resolves.toBeUndefined();
  });
});

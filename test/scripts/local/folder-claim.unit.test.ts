import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder } from '../../../scripts/local/folder-claim';

let folder: string;
let socket: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-claim-'));
  socket = join(folder, 'state', 'local-site.sock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second site in one folder is told where the first one is, and what to do', async () => {
  await using _first = await claimFolder(9000, socket);
  await expect(claimFolder(9100, socket)).rejects.toThrow(/already running .*http:\/\/localhost:9000\nEnd it first/);
});

test('a folder is free again when its site has ended', async () => {
  await (await claimFolder(9000, socket))[Symbol.asyncDispose]();
  await using _second = await claimFolder(9100, socket);
  expect(existsSync(socket)).toBe(true);
});

test('what a killed site left behind is no claim', async () => {
  await (await claimFolder(9000, socket))[Symbol.asyncDispose]();
  writeFileSync(socket, '');
  await using _second = await claimFolder(9100, socket);
  await expect(claimFolder(9200, socket)).rejects.toThrow('http://localhost:9100');
});

import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeVariables } from '../../../scripts/local/variables';

const ports = { site: 9000, mailbox: 9001, texts: 9002 };
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-variables-'));
  file = join(folder, '.dev.vars');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a local site knows its own address and its inboxes', () => {
  expect(writeVariables(ports, file)).toMatchObject({
    SITE_ORIGIN: 'http://localhost:9000',
    RESEND_BASE_URL: 'http://localhost:9001',
    TEXT_MESSAGES: 'twilio',
    SMS_BASE_URL: 'http://localhost:9002',
  });
});

test('the secret is made once, for this machine alone, and kept', () => {
  const first = writeVariables(ports, file);
  const again = writeVariables({ site: 9100, mailbox: 9101, texts: 9102 }, file);
  rmSync(file);
  const elsewhere = writeVariables(ports, file);
  expect(Buffer.from(first.PEPPER, 'base64')).toHaveLength(32);
  expect(again).toMatchObject({ PEPPER: first.PEPPER, SITE_ORIGIN: 'http://localhost:9100' });
  expect(elsewhere.PEPPER).not.toBe(first.PEPPER);
});

test('only the owner of the machine can read the file', () => {
  writeVariables(ports, file);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('lines that an operator added stay', () => {
  writeVariables(ports, file);
  appendFileSync(file, 'MAIL_FROM="Me <me@example.com>"\n');
  writeVariables(ports, file);
  expect(parseEnv(readFileSync(file, 'utf8'))).toMatchObject({ MAIL_FROM: 'Me <me@example.com>' });
});

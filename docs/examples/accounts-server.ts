/**
 * A small account system for Latchkey, to copy from: docs/accounts-webhook.md explains it. Runs on Node 24 and `standardwebhooks` alone.
 *
 * ACCOUNTS_SECRET=whsec_… DATABASE=accounts.sqlite PORT=8830 node docs/examples/accounts-server.ts
 */
import { randomBytes, scryptSync } from 'node:crypto';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

const { ACCOUNTS_SECRET = '', DATABASE = 'accounts.sqlite', PORT = '8830' } = process.env;
const webhook = new Webhook(ACCOUNTS_SECRET);
const database = new DatabaseSync(DATABASE);
database.exec(`
  CREATE TABLE IF NOT EXISTS accounts (
    ref TEXT PRIMARY KEY, username TEXT, displayName TEXT, email TEXT, phone TEXT, status TEXT DEFAULT 'active',
    emailVerified INTEGER, phoneVerified INTEGER, usernameKey TEXT UNIQUE, emailKey TEXT,
    passwordSalt BLOB, passwordHash BLOB, sessionsEndedAt INTEGER);
  CREATE TABLE IF NOT EXISTS done (id TEXT PRIMARY KEY, answer TEXT, at INTEGER)`);

type Data = Readonly<Record<string, string>>;

const ACCOUNT = `SELECT ref, username, displayName, status, CASE emailVerified WHEN 1 THEN email END AS email,
  CASE phoneVerified WHEN 1 THEN phone END AS phone FROM accounts WHERE`;

const conditions: Data = {
  username: 'usernameKey = ?',
  email: 'emailKey = ? AND emailVerified = 1',
  phone: 'phone = ? AND phoneVerified = 1',
};

/** Questions may be answered twice. */
const questions: Readonly<Record<string, (data: Data) => object>> = {
  'account.resolve': ({ kind = '', value = '' }) => ({
    type: 'accounts',
    accounts: database.prepare(`${ACCOUNT} ${conditions[kind]}`).all(value),
  }),
  'account.find': ({ ref = '' }) => ({ type: 'accounts', accounts: database.prepare(`${ACCOUNT} ref = ?`).all(ref) }),
};

/** Changes are made once, whatever happens to the answer. */
const changes: Readonly<Record<string, (data: Data) => object>> = {
  'password.set': ({ ref = '', password = '' }) => {
    if (/^(.)\1*$/u.test(password)) return { type: 'refused', problems: ['password-common'] };
    const salt = randomBytes(16);
    const hash = scryptSync(password.normalize('NFC'), salt, 32, { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 26 });
    const update = `UPDATE accounts SET passwordSalt = ?, passwordHash = ? WHERE ref = ? AND status = 'active'`;
    return { type: database.prepare(update).run(salt, hash, ref).changes === 1 ? 'changed' : 'gone' };
  },
  'sessions.end': ({ ref = '' }) => {
    database.prepare('UPDATE accounts SET sessionsEndedAt = ? WHERE ref = ?').run(Date.now(), ref);
    return { type: 'ended' };
  },
};

/** The change and the memory of it are one transaction: a crash leaves both or neither. */
function once(id: string, change: () => object): string {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.prepare('DELETE FROM done WHERE at < ?').run(Date.now() - 86_400_000);
    const known = database.prepare('SELECT answer FROM done WHERE id = ?').get(id);
    const answer = known ? String(known.answer) : JSON.stringify(change());
    if (!known) database.prepare('INSERT INTO done VALUES (?, ?, ?)').run(id, answer, Date.now());
    database.exec('COMMIT');
    return answer;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** @throws Error unless Latchkey has signed this within the last five minutes */
function answer(id: string, body: string, headers: Record<string, string>): string {
  const { type, data } = webhook.verify(body, headers) as { type: string; data: Data };
  const [question, change] = [questions[type], changes[type]];
  if (question) return JSON.stringify(question(data));
  if (change) return once(id, () => change(data));
  throw new Error(`there is no ${type}`);
}

const server = createServer(async (request, response) => {
  try {
    const headers = request.headers as Record<string, string>;
    const id = headers['webhook-id'] ?? '';
    if (!(Number(headers['content-length']) <= 65_536)) return response.writeHead(413).end();
    const body = answer(id, await text(request), headers);
    const [answerId, now] = [`${id}_answer`, new Date()];
    response.setHeader('webhook-id', answerId);
    response.setHeader('webhook-timestamp', Math.floor(now.getTime() / 1000));
    response.setHeader('webhook-signature', webhook.sign(answerId, now, body));
    return response.setHeader('content-type', 'application/json').end(body);
  } catch (error) {
    return response.writeHead(error instanceof Error && error.name === 'WebhookVerificationError' ? 401 : 500).end();
  }
});
server.listen(Number(PORT), '127.0.0.1', () => process.stdout.write(`${JSON.stringify(server.address())}\n`));

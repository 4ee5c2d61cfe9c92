import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AccountsError } from '../../../functions/accounts/port';
import { createWebhookAccounts, type WebhookSettings } from '../../../functions/accounts/webhook';
import { newSecret } from '../../fakes/reference-accounts';
import { type ScriptedAccounts, type Step, startScriptedAccounts } from '../../fakes/scripted-accounts';
import { identifierOf } from './contract';

let operator: ScriptedAccounts;
beforeEach(async () => {
  operator = await startScriptedAccounts();
});
afterEach(() => operator[Symbol.asyncDispose]());

const maria = { ref: '1', username: 'maria', email: 'maria@example.org', phone: '+447400123456', status: 'active' };
const found = { body: { type: 'accounts', accounts: [maria] } };
const changed = { body: { type: 'changed' } };

function system(settings: Partial<WebhookSettings> = {}) {
  return createWebhookAccounts({
    url: operator.origin,
    secrets: [operator.secret],
    capabilities: { phone: true, endSessions: true },
    retryMilliseconds: 0,
    ...settings,
  });
}

const impatient = () => system({ timeoutMilliseconds: 1500 });
const resolve = (text: string) => system().resolve(identifierOf(text));
const setPassword = () => system().setPassword('1', 'correct horse battery', 'key-1');
const accounts = (...list: object[]) => ({ body: { type: 'accounts', accounts: list } });

describe('a question', () => {
  test('is signed, says what is asked, and is new each time', async () => {
    operator.script(found, found);
    await resolve('maria');
    await resolve('maria');
    const [one, two] = operator.received;
    expect(one?.body).toMatchObject({ type: 'account.resolve', data: { kind: 'username', value: 'maria' } });
    expect(Date.parse(one?.body.timestamp ?? '')).toBeCloseTo(Date.now(), -4);
    expect(one?.id).not.toBe(two?.id);
  });

  test('carries a signature for each secret while one replaces the other', async () => {
    operator.script({ ...changed, secret: operator.secret });
    const both = system({ secrets: [newSecret(), operator.secret] });
    expect(await both.setPassword('1', 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
    expect(operator.received[0]?.signatures).toHaveLength(2);
  });

  test('to set a password has the id of its key, so that it is applied once', async () => {
    operator.script(changed, changed);
    await setPassword();
    await setPassword();
    expect(operator.received.map(({ id }) => id)).toEqual(['password_key-1', 'password_key-1']);
    expect(operator.received[0]?.body.data).toEqual({ ref: '1', password: 'correct horse battery' });
  });
});

const noAnswer: readonly (readonly [string, Step])[] = [
  ['nothing', () => {}],
  ['half an answer', (response) => void response.writeHead(200).write('{"type":')],
  ['a closed connection', (response) => void response.destroy()],
  ...[408, 429, 500, 502, 503].map(
    (status) => [String(status), (response) => void response.writeHead(status).end()] as [string, Step],
  ),
];

describe('A6 a system that does not answer', () => {
  test.each(noAnswer)('is asked once more under the same id after %s', async (_, step) => {
    operator.script(step, changed);
    expect(await impatient().setPassword('1', 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
    const [one, two] = operator.received;
    expect(operator.received).toHaveLength(2);
    expect(two?.id).toBe(one?.id);
    expect(two?.body).toEqual(one?.body);
  });

  test.each(noAnswer)('is unavailable after %s, twice', async (_, step) => {
    operator.script(step, step, found);
    await expect(impatient().resolve(identifierOf('maria'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(operator.received).toHaveLength(2);
  });

  test('is unavailable where nobody listens', async () => {
    const nowhere = system({ url: 'http://127.0.0.1:1/' });
    await expect(nowhere.find('1')).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('A6 a system that refuses the question', () => {
  test.each([400, 401, 403, 404, 410, 422])('is not asked again after %d', async (status) => {
    operator.script((response) => void response.writeHead(status).end());
    await expect(setPassword()).rejects.toMatchObject({ code: 'rejected' });
    expect(operator.received).toHaveLength(1);
  });

  test.each([301, 302, 303, 307, 308])('leads nobody elsewhere by %d', async (status) => {
    const other = await startScriptedAccounts();
    operator.script((response) => void response.writeHead(status, { location: other.origin }).end());
    await expect(setPassword()).rejects.toMatchObject({ code: 'rejected' });
    expect(other.received).toEqual([]);
    await other[Symbol.asyncDispose]();
  });
});

describe('an answer is believed only when it', () => {
  const lies: readonly (readonly [string, Step])[] = [
    ['is signed at all', (response) => void response.end(JSON.stringify(found.body))],
    ['is signed with the secret', { ...found, secret: newSecret() }],
    ['was signed within five minutes', { ...found, age: 301 }],
    ['was not signed for the future', { ...found, age: -310 }],
    ['answers this question and no other', { ...found, id: () => 'msg_other_answer' }],
    ['is signed as an answer, not as a question', { ...found, id: (id) => id }],
    ['was not changed on its way', { ...found, tampered: JSON.stringify(accounts({ ...maria, ref: '2' }).body) }],
    ['is JSON', { body: '<!doctype html><title>Welcome</title>' }],
    ['is not empty', { body: '' }],
    ['is of the form that was asked for', changed],
    ['holds accounts with all that they need', accounts({ ref: '1', username: 'maria' })],
    ['holds a status that is known', accounts({ ...maria, status: 'locked' })],
    ['holds one address, not two', accounts({ ...maria, email: 'a@example.org,b@example.org' })],
    ['holds an address without a second header', accounts({ ...maria, email: 'a@example.org\r\nBcc: b@example.org' })],
    ['holds an international number', accounts({ ...maria, phone: '07400 123456' })],
    ['is not too long', accounts({ ...maria, displayName: 'x'.repeat(300_000) })],
  ];
  test.each(lies)('%s', async (_, step) => {
    operator.script(step);
    await expect(resolve('maria')).rejects.toMatchObject({ code: 'unreadable' });
    expect(operator.received).toHaveLength(1);
  });
});

test('a question that comes back as its own answer is not believed', async () => {
  operator.script((response, { id, timestamp, signatures, body }) => {
    response.writeHead(200, { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures[0] });
    response.end(JSON.stringify(body));
  });
  await expect(setPassword()).rejects.toMatchObject({ code: 'unreadable' });
});

describe('an account that comes back', () => {
  test('C1 is none when its name only looks like what was asked for', async () => {
    operator.script(accounts({ ...maria, username: 'marıa' }), accounts({ ...maria, email: 'marıa@example.org' }));
    expect(await resolve('maria')).toBeUndefined();
    expect(await resolve('maria@example.org')).toBeUndefined();
  });

  test('is picked from those that a loose comparison found', async () => {
    operator.script(accounts({ ...maria, ref: '2', username: 'maría' }, maria));
    expect((await resolve('maria'))?.ref).toBe('1');
  });

  test('D4 is none when there are two of the number', async () => {
    operator.script(accounts(maria, { ...maria, ref: '2', username: 'marta' }));
    expect(await system().resolve({ kind: 'phone', value: '+447400123456' })).toBeUndefined();
  });

  test('may have an e-mail address for a username', async () => {
    const employee = { ...maria, username: 'm.lopez@corp.example' };
    operator.script(accounts(employee));
    expect((await resolve('M.Lopez@corp.example'))?.email).toBe('maria@example.org');
  });

  test('cannot take an address from its owner by calling itself so', async () => {
    operator.script(
      accounts({ ref: '2', username: 'maria@example.org', email: 'm@evil.example', status: 'active' }, maria),
    );
    expect((await resolve('maria@example.org'))?.ref).toBe('1');
  });

  test('is the one of the ref, whatever else comes with it', async () => {
    operator.script(accounts({ ...maria, ref: '2' }), accounts({ ...maria, ref: '2' }, maria));
    expect(await system().find('1')).toBeUndefined();
    expect((await system().find('1'))?.ref).toBe('1');
  });

  test('may have nothing where something is optional', async () => {
    operator.script(accounts({ ...maria, displayName: null, email: null, phone: null }));
    expect(await resolve('maria')).toEqual({ ref: '1', username: 'maria', status: 'active' });
  });
});

describe('a refused password', () => {
  test('comes with the reasons', async () => {
    operator.script({ body: { type: 'refused', problems: ['password-context', 'password-common'] } });
    expect(await setPassword()).toEqual({ type: 'refused', problems: ['password-context', 'password-common'] });
  });

  test.each(['used-before', 'link-used', 'password-__proto__', 7])(
    'is refused for a reason unknown here: %j',
    async (problem) => {
      operator.script({ body: { type: 'refused', problems: [problem] } });
      expect(await setPassword()).toEqual({ type: 'refused', problems: ['password-refused'] });
    },
  );
});

test('what failed is told without a name, an address, a password or a secret', async () => {
  operator.script((response) => void response.writeHead(400).end('maria correct horse battery'));
  const error: unknown = await setPassword().catch((thrown) => thrown);
  expect(error).toBeInstanceOf(AccountsError);
  expect(error).toMatchObject({ message: 'account system: rejected' });
  expect(error).not.toHaveProperty('cause');
});

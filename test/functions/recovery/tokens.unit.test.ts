import { beforeAll, describe, expect, test } from 'vitest';
import { parseToken, tokenToKey } from '../../../functions/crypto/link-token';
import { createRecoveryKeys, nonceToKey } from '../../../functions/recovery/tokens';

const keys = createRecoveryKeys('a secret of the tests, long enough');
let token: string;

beforeAll(async () => {
  token = await keys.token('job-1');
});

describe('a token', () => {
  test('is 32 bytes in 43 characters', () => {
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(parseToken(token)).toBe(token);
  });

  test('is the same for the same job, and another for another job or secret', async () => {
    expect(await keys.token('job-1')).toBe(token);
    expect(await keys.token('job-2')).not.toBe(token);
    expect(await createRecoveryKeys('another secret of the tests').token('job-1')).not.toBe(token);
  });

  test('is HMAC-SHA-256 under the secret', async () => {
    const { createHmac } = await import('node:crypto');
    const expected = createHmac('sha256', 'a secret of the tests, long enough')
      .update('token|job-1')
      .digest('base64url');
    expect(token).toBe(expected);
  });

  test('is not told by the flow, the job or the name in the store', async () => {
    const names = [
      await keys.flowId('job-1'),
      await tokenToKey(token),
      await keys.identifierKey({ kind: 'username', value: 'job-1' }),
    ];
    expect(new Set([...names, token]).size).toBe(4);
  });

  test.each([
    ['spaces', (text: string) => `  ${text.slice(0, 20)} ${text.slice(20)} `],
    ['%20', (text: string) => `%20${text.slice(0, 20)}%20${text.slice(20)}`],
    ['a no-break space', (text: string) => `${text}\u00a0`],
    ['a line break', (text: string) => `${text.slice(0, 40)}\r\n${text.slice(40)}`],
    ['an encoded line break', (text: string) => `${text.slice(0, 40)}%0D%0A${text.slice(40)}`],
    ['a tab', (text: string) => `${text}\t`],
    ['a full stop at the end', (text: string) => `${text}.`],
    ['a bracket at the end', (text: string) => `${text}>`],
    ['a parenthesis and a full stop at the end', (text: string) => `${text}).`],
  ])('E4 may be pasted with %s', (_, paste) => {
    expect(parseToken(paste(token))).toBe(token);
  });

  test('E3 with one character cut or added is none', () => {
    expect(parseToken(token.slice(1))).toBeUndefined();
    expect(parseToken(token.slice(0, -1))).toBeUndefined();
    expect(parseToken(`${token}A`)).toBeUndefined();
    expect(parseToken(`.${token}`)).toBeUndefined();
  });

  test('E3 has one spelling: stray bits in its last character are refused', () => {
    const accepted = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
      (last) => parseToken(token.slice(0, 42) + last) !== undefined,
    );
    expect(accepted.join('')).toBe('AEIMQUYcgkosw048');
  });

  test.each([
    '',
    'null',
    'a'.repeat(257),
    ' '.repeat(10_000),
    `${'a'.repeat(42)}=`,
    `${'a'.repeat(42)}+`,
    `${'ä'.repeat(43)}`,
  ])('E3 is not %j', (text) => {
    expect(parseToken(text)).toBeUndefined();
  });
});

describe('the keys', () => {
  test('tell a username from an address of the same letters', async () => {
    const [name, address] = await Promise.all([
      keys.identifierKey({ kind: 'username', value: 'a' }),
      keys.identifierKey({ kind: 'email', value: 'a' }),
    ]);
    expect(name).not.toBe(address);
  });

  test('make one job of a request that is sent twice, and another of a later one', async () => {
    const nonce = await nonceToKey('nonce');
    expect(await keys.jobId('identifier', nonce, 1000)).toBe(await keys.jobId('identifier', nonce, 1000));
    expect(await keys.jobId('identifier', nonce, 1001)).not.toBe(await keys.jobId('identifier', nonce, 1000));
    expect(await keys.jobId('another', nonce, 1000)).not.toBe(await keys.jobId('identifier', nonce, 1000));
  });
});

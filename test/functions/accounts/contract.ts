/** What every account system must do behind the port. Each adapter's test runs it, and so does the fake's. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Account, AccountSystem } from '../../../functions/accounts/port';
import { type Identifier, parseIdentifier } from '../../../functions/recovery/identifiers';

/** The accounts that the system under test holds at the start of each test. */
export const contractAccounts: readonly (Account & { readonly unverifiedEmail?: string })[] = [
  {
    ref: '1',
    username: 'Maria',
    displayName: 'María José',
    email: 'maria@bücher.example',
    phone: '+447400123456',
    status: 'active',
  },
  { ref: '2', username: 'josé', email: 'jose+news@example.org', phone: '+447400999999', status: 'active' },
  { ref: '3', username: 'aiko', email: 'aiko@example.jp', phone: '+447400999999', status: 'disabled' },
  { ref: '4', username: 'noor', email: 'noor@example.org', status: 'federated' },
  { ref: '6', username: String.raw`O"Neil\back`, email: "o'neil@example.org", status: 'active' },
  { ref: '5', username: 'mallory', unverifiedEmail: 'maria@bücher.example', status: 'active' },
];

export interface ContractSubject {
  readonly system: AccountSystem;
  /** Whether the account's password is this one now. */
  hasPassword(ref: string, password: string): Promise<boolean>;
  /** Whether sessions that began before now have ended. */
  haveSessionsEnded(ref: string): Promise<boolean>;
}

export function identifierOf(text: string): Identifier {
  const parsed = parseIdentifier(text);
  if (parsed.type === 'invalid') throw new TypeError(parsed.problem);
  return parsed.identifier;
}

/**
 * @param create A new system that holds `contractAccounts`.
 * @param can What the system says that it can do.
 */
export function describeAccountSystem(
  name: string,
  create: () => Promise<ContractSubject>,
  can: AccountSystem['capabilities'] = { phone: true, endSessions: true },
): void {
  describe(`account system: ${name}`, () => {
    let subject: ContractSubject;
    beforeEach(async () => {
      subject = await create();
    });
    describeLookUp(() => subject);
    describePasswords(() => subject);
    if (can.endSessions) describeSessions(() => subject);
    test('says what it can do', () => {
      expect(subject.system.capabilities).toEqual(can);
    });
  });
}

function describeLookUp(subject: () => ContractSubject): void {
  const refOf = async (text: string) => (await subject().system.resolve(identifierOf(text)))?.ref;

  test('finds an account by its username in any letter case', async () => {
    expect(await refOf('MARIA')).toBe('1');
  });

  test('C3 finds a name in NFC and in NFD', async () => {
    expect(await refOf('josé'.normalize('NFC'))).toBe('2');
    expect(await refOf('josé'.normalize('NFD'))).toBe('2');
  });

  test('C5 finds an address by its Unicode and by its punycode domain', async () => {
    expect(await refOf('Maria@BÜCHER.example')).toBe('1');
    expect(await refOf('maria@xn--bcher-kva.example')).toBe('1');
  });

  test('C6 keeps what stands behind a plus', async () => {
    expect(await refOf('jose+news@example.org')).toBe('2');
    expect(await refOf('jose@example.org')).toBeUndefined();
  });

  test('C1 finds no account by letters that only look alike', async () => {
    expect(await refOf('marıa')).toBeUndefined();
    expect(await refOf('marıa@bücher.example')).toBeUndefined();
  });

  test('C2 finds no account by letters of another script', async () => {
    expect(await refOf('m\u0430ria')).toBeUndefined();
  });

  test('tells the whole account, with the address as it is stored', async () => {
    const { unverifiedEmail: _, ...maria } = contractAccounts[0] as (typeof contractAccounts)[number];
    expect(await subject().system.resolve(identifierOf('maria'))).toEqual(maria);
    expect(await subject().system.find('1')).toEqual(maria);
  });

  test('tells the status of accounts that cannot be reset', async () => {
    expect((await subject().system.resolve(identifierOf('aiko')))?.status).toBe('disabled');
    expect((await subject().system.resolve(identifierOf('noor')))?.status).toBe('federated');
  });

  test('A3 tells no address that was not verified', async () => {
    const account = await subject().system.resolve(identifierOf('mallory'));
    expect(account?.ref).toBe('5');
    expect(account?.email).toBeUndefined();
  });

  test('lets nobody block an address by claiming it unverified', async () => {
    expect(await refOf('maria@bücher.example')).toBe('1');
  });

  test('D4 finds no account by a number that two accounts share', async () => {
    const { system } = subject();
    expect((await system.resolve({ kind: 'phone', value: '+447400123456' }))?.ref).toBe('1');
    expect(await system.resolve({ kind: 'phone', value: '+447400999999' })).toBeUndefined();
  });

  test('reads quotes and backslashes in a name as letters like others', async () => {
    expect(await refOf(String.raw`o"neil\back`)).toBe('6');
    expect(await refOf(String.raw`o\"neil\\back`)).toBeUndefined();
    expect(await refOf("o'neil@example.org")).toBe('6');
  });

  test('takes no name for a pattern', async () => {
    for (const name of ['mari*', 'mari%', 'mari_', 'mari?', '*', '%']) expect(await refOf(name)).toBeUndefined();
  });

  test('finds nothing where there is nothing', async () => {
    expect(await refOf('nobody')).toBeUndefined();
    expect(await subject().system.find('nobody')).toBeUndefined();
  });
}

function describePasswords(subject: () => ContractSubject): void {
  test('sets a password', async () => {
    const { system, hasPassword } = subject();
    expect(await system.setPassword('1', 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
    expect(await hasPassword('1', 'correct horse battery')).toBe(true);
    expect(await hasPassword('1', 'correct horse batterz')).toBe(false);
    expect(await hasPassword('2', 'correct horse battery')).toBe(false);
  });

  test('applies calls with the same key once, in whatever order they come', async () => {
    const { system, hasPassword } = subject();
    await system.setPassword('1', 'the first password', 'key-1');
    await system.setPassword('1', 'the second password', 'key-2');
    expect(await system.setPassword('1', 'the first password', 'key-1')).toEqual({ type: 'changed' });
    expect(await hasPassword('1', 'the second password')).toBe(true);
  });

  test('I3 keeps spaces at the ends', async () => {
    const { system, hasPassword } = subject();
    await system.setPassword('1', '  two spaces around  ', 'key-1');
    expect(await hasPassword('1', '  two spaces around  ')).toBe(true);
    expect(await hasPassword('1', 'two spaces around')).toBe(false);
  });

  test.each([
    ['disabled', '3'],
    ['federated', '4'],
    ['missing', 'nobody'],
  ])('sets no password of an account that is %s', async (_, ref) => {
    const { system, hasPassword } = subject();
    expect(await system.setPassword(ref, 'correct horse battery', 'key-1')).toEqual({ type: 'gone' });
    expect(await hasPassword(ref, 'correct horse battery')).toBe(false);
  });
}

function describeSessions(subject: () => ContractSubject): void {
  test('ends the sessions of one account', async () => {
    const { system, haveSessionsEnded } = subject();
    await system.endSessions('1');
    expect(await haveSessionsEnded('1')).toBe(true);
    expect(await haveSessionsEnded('2')).toBe(false);
  });
}

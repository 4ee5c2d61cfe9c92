import { describe, expect, test } from 'vitest';
import { AccountsError } from '../../../functions/accounts/port';
import { startLocalServer } from '../../fakes/local-server';
import { failure, type ScimStep } from '../../fakes/scim';
import { identifierOf } from './contract';
import { goOn, hangUp, maria, marta, useScim } from './scim-system';

const scim = useScim();

describe('A6 a server', () => {
  test('that does not answer once is asked once more', async () => {
    const system = await scim.start();
    scim.server.script(failure(503));
    expect((await system.resolve(identifierOf('maria')))?.ref).toBe(maria.id);
  });

  test.each([
    ['hangs up', hangUp],
    ['answers 500', failure(500)],
    ['answers 429', failure(429)],
  ])('that %s twice is unavailable', async (_, step) => {
    const system = await scim.start();
    scim.server.script(step, step, goOn);
    await expect(system.find(maria.id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(scim.server.received).toHaveLength(2);
  });

  test('that never answers is unavailable', async () => {
    const system = await scim.start({ timeoutMilliseconds: 100 });
    scim.server.script(
      () => 'answered',
      () => 'answered',
    );
    await expect(system.find(maria.id)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('that does not know the token is not asked again', async () => {
    const system = await scim.start({ token: 'scim-token' });
    scim.server.script(failure(401), goOn);
    await expect(system.resolve(identifierOf('maria'))).rejects.toMatchObject({ code: 'rejected' });
    expect(scim.server.received).toHaveLength(1);
  });

  test('that moved gets the token only where it is configured', async () => {
    const seen: string[] = [];
    const other = await startLocalServer(({ url = '' }, response) => {
      seen.push(url);
      response.end();
    });
    const system = await scim.start();
    scim.server.script(movedTo(other.origin), movedTo(other.origin));
    await expect(system.find(maria.id)).rejects.toMatchObject({ code: 'rejected' });
    expect(seen).toEqual([]);
    await other[Symbol.asyncDispose]();
  });

  test.each<[string, ScimStep]>([
    ['a page', answer('text/html', '<!doctype html>')],
    ['a page that calls itself JSON', answer('application/scim+json', '<!doctype html>')],
    ['JSON that calls itself a page', answer('text/html', JSON.stringify(maria))],
    ['a user without a name', { status: 200, body: { id: maria.id } }],
    ['another user', { status: 200, body: marta }],
    ['a list', { status: 200, body: { totalResults: 1, Resources: [maria] } }],
    ['far too much', { status: 200, body: { ...maria, displayName: 'x'.repeat(300_000) } }],
  ])('that answers with %s is unreadable', async (_, step) => {
    const system = await scim.start();
    scim.server.script(step);
    await expect(system.find(maria.id)).rejects.toMatchObject({ code: 'unreadable' });
  });

  test('that fails is told of without a name, an address, a token or a password', async () => {
    const system = await scim.start();
    scim.server.script(failure(400));
    const error: unknown = await system.resolve(identifierOf('maria')).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AccountsError);
    expect(error).toMatchObject({ message: 'account system: rejected' });
    expect(error).not.toHaveProperty('cause');
  });
});

function movedTo(origin: string): ScimStep {
  return (response) => {
    response.writeHead(307, { location: origin }).end();
    return 'answered';
  };
}

function answer(type: string, body: string): ScimStep {
  return (response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
    return 'answered';
  };
}

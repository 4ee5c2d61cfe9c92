import { describe, expect, test } from 'vitest';
import { identifierOf } from './contract';
import { maria, marta, useScim } from './scim-system';

const scim = useScim();

describe('a question', () => {
  test('is the one of RFC 7644 §3.4.2, for no more of a person than is needed', async () => {
    await (await scim.start()).resolve(identifierOf('maria'));
    expect(scim.server.received[0]).toMatchObject({
      method: 'GET',
      path: '/scim/v2/Users',
      query: {
        filter: 'userName eq "maria"',
        attributes: 'userName,displayName,active,emails,phoneNumbers,meta',
        count: '20',
      },
      headers: { authorization: 'Bearer scim-token', accept: 'application/scim+json' },
    });
  });

  test('reaches the same server with and without a slash at the end of the URL', async () => {
    const system = await scim.start();
    const slashed = scim.again({ url: `${scim.server.url}/` });
    expect(await slashed.find(maria.id)).toEqual(await system.find(maria.id));
  });

  test('keeps a key with any letters in its place', async () => {
    const odd = { id: 'a/../b?c#d %', userName: 'odd' };
    const system = await scim.start({}, [odd]);
    expect((await system.find(odd.id))?.username).toBe('odd');
    expect(await system.setPassword(odd.id, 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
  });
});

describe('users that a loose server finds', () => {
  const finds = () => true;

  test('are none when their names only look alike', async () => {
    const system = await scim.start({ finds }, [
      { ...maria, userName: 'marıa' },
      { ...marta, userName: 'maría' },
    ]);
    expect(await system.resolve(identifierOf('maria'))).toBeUndefined();
  });

  test('are the one whose name it is', async () => {
    const system = await scim.start({ finds });
    expect((await system.resolve(identifierOf('marta@example.org')))?.ref).toBe(marta.id);
  });

  test('D4 are none when two have the name', async () => {
    const shared = { phoneNumbers: [{ value: '+447400123456' }] };
    const system = await scim.start({}, [
      { ...maria, ...shared },
      { ...marta, phoneNumbers: [{ value: 'tel:+447400123456' }] },
    ]);
    expect(await system.resolve({ kind: 'phone', value: '+447400123456' })).toBeUndefined();
  });

  test('cannot take an address from its owner by calling themselves so', async () => {
    const thief = { ...marta, userName: 'maria@example.org' };
    const system = await scim.start({}, [thief, maria]);
    expect((await system.resolve(identifierOf('maria@example.org')))?.ref).toBe(maria.id);
  });

  test('are an error when there are more than anybody could have meant: the filter was not looked at', async () => {
    const crowd = Array.from({ length: 21 }, (_, index) => ({ id: `${index}`, userName: `user${index}` }));
    const system = await scim.start({ finds }, crowd);
    await expect(system.resolve(identifierOf('user1'))).rejects.toMatchObject({ code: 'unreadable' });
  });
});

test('ending sessions is a mistake of the caller: SCIM knows none', async () => {
  const system = await scim.start();
  expect(system.capabilities.endSessions).toBe(false);
  await expect(system.endSessions(maria.id)).rejects.toThrow(TypeError);
});

import { describe, expect, test } from 'vitest';
import { failure } from '../../fakes/scim';
import { changedMeanwhile, goOn, hangUp, maria, useScim } from './scim-system';
import { createAppliedKeys } from './scim-users';

const scim = useScim();

describe('a new password', () => {
  test('is sent as RFC 7644 §3.5.2.3 writes it, tied to the version that was looked at', async () => {
    const system = await scim.start();
    await system.setPassword(maria.id, 'correct horse battery', 'key-1');
    const patch = scim.server.received.at(-1);
    expect(patch).toMatchObject({
      method: 'PATCH',
      headers: { 'if-match': 'W/"1"', 'content-type': 'application/scim+json' },
    });
    expect(JSON.parse(patch?.body ?? '')).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'password', value: 'correct horse battery' }],
    });
  });

  test('is sent without a condition where the server has no versions', async () => {
    const system = await scim.start({ hasVersions: false });
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
    expect(scim.server.received.at(-1)?.headers).not.toHaveProperty('if-match');
  });

  test('looks once more when somebody else changed the account in between', async () => {
    const system = await scim.start();
    scim.server.script(goOn, changedMeanwhile(scim));
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
    expect(scim.asked()).toEqual([
      'GET /Users/2819c223',
      'PATCH /Users/2819c223',
      'GET /Users/2819c223',
      'PATCH /Users/2819c223',
    ]);
  });

  test('is given up when that happens again', async () => {
    const system = await scim.start();
    scim.server.script(goOn, changedMeanwhile(scim), goOn, changedMeanwhile(scim));
    await expect(system.setPassword(maria.id, 'correct horse battery', 'key-1')).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(scim.server.passwordOf(maria.id)).toBeUndefined();
  });

  test('is not set when the account was disabled in between', async () => {
    const system = await scim.start();
    scim.server.script(goOn, () => {
      scim.server.change(maria.id, { active: false });
      return 'go on';
    });
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual({ type: 'gone' });
    expect(scim.server.passwordOf(maria.id)).toBeUndefined();
  });

  test('that comes late does not undo a newer one', async () => {
    const system = await scim.start();
    scim.server.script(goOn, () => 'answered');
    const late = scim.again({ timeoutMilliseconds: 300 });
    await expect(late.setPassword(maria.id, 'the first password', 'key-1')).rejects.toMatchObject({
      code: 'unavailable',
    });
    const [, lost] = scim.server.received;
    await system.setPassword(maria.id, 'the second password', 'key-2');
    const again = await fetch(`${scim.server.url}/Users/${maria.id}`, {
      method: 'PATCH',
      headers: lost?.headers as Record<string, string>,
      body: lost?.body,
    });
    expect(again.status).toBe(412);
    expect(scim.server.passwordOf(maria.id)).toBe('the second password');
  });

  test('is sent once when nothing came back: nobody knows whether it was set', async () => {
    const system = await scim.start();
    scim.server.script(goOn, hangUp);
    await expect(system.setPassword(maria.id, 'correct horse battery', 'key-1')).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(scim.asked()).toEqual(['GET /Users/2819c223', 'PATCH /Users/2819c223']);
  });

  test('that the server refuses is refused', async () => {
    const system = await scim.start({ passwordMin: 30 });
    const refused = { type: 'refused', problems: ['password-refused'] };
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual(refused);
    expect(await system.setPassword(maria.id, 'correct horse battery staple and more', 'key-1')).toEqual({
      type: 'changed',
    });
  });

  test('of somebody who signs in elsewhere is not set, as the server says', async () => {
    const system = await scim.start({ isFederated: () => true });
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual({ type: 'gone' });
  });

  test.each([
    [failure(400), 'rejected'],
    [failure(400, 'invalidSyntax'), 'rejected'],
    [failure(403), 'rejected'],
    [failure(501), 'unavailable'],
    [failure(503), 'unavailable'],
    [failure(429), 'unavailable'],
    [{ status: 400, body: { scimType: 'invalidValue' } }, 'rejected'],
  ])('that meets %j is an error, and nothing is tried again', async (step, code) => {
    const system = await scim.start();
    scim.server.script(goOn, step);
    await expect(system.setPassword(maria.id, 'correct horse battery', 'key-1')).rejects.toMatchObject({ code });
    expect(scim.asked()).toHaveLength(2);
  });

  test('is not set again when its key cannot be looked up', async () => {
    const applied = { ...createAppliedKeys(), has: () => Promise.reject(new Error('no store')) };
    const system = await scim.start({ applied });
    await expect(system.setPassword(maria.id, 'correct horse battery', 'key-1')).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(scim.server.received).toEqual([]);
  });

  test('stays set when its key cannot be remembered', async () => {
    const applied = { ...createAppliedKeys(), add: () => Promise.reject(new Error('no store')) };
    const system = await scim.start({ applied });
    expect(await system.setPassword(maria.id, 'correct horse battery', 'key-1')).toEqual({ type: 'changed' });
  });
});

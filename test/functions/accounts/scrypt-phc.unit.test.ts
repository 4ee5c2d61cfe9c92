import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, preparePassword, verifyPassword } from '../../../functions/accounts/scrypt-phc';

const cheap = { ln: 4, r: 8, p: 1 };

describe('a password hash', () => {
  test('is a PHC string of scrypt with the cost that OWASP names', async () => {
    const phc = await hashPassword('correct horse battery');
    expect(phc).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('correct horse battery', phc)).toBe(true);
  });

  test('is what scrypt makes of the password and the salt, so that any product can verify it', async () => {
    const [, , , salt = '', hash] = (await hashPassword('correct horse', cheap)).split('$');
    const expected = scryptSync('correct horse', Buffer.from(salt, 'base64'), 32, { N: 16, r: 8, p: 1 });
    expect(hash).toBe(expected.toString('base64').replaceAll('=', ''));
  });

  test('has a salt of its own', async () => {
    expect(await hashPassword('correct horse', cheap)).not.toBe(await hashPassword('correct horse', cheap));
  });

  test('tells letter case and a missing letter apart', async () => {
    const phc = await hashPassword('correct horse', cheap);
    expect(await verifyPassword('Correct horse', phc)).toBe(false);
    expect(await verifyPassword('correct hors', phc)).toBe(false);
  });

  test('is the same for NFC and NFD, and for every kind of space', async () => {
    const phc = await hashPassword('jos\u00e9\u3000\u00e9', cheap);
    expect(await verifyPassword('jose\u0301 e\u0301', phc)).toBe(true);
  });

  test.each([
    '',
    'plain',
    '$scrypt$ln=4,r=8$salt$hash',
    '$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA',
    '$scrypt$ln=40,r=8,p=1$c2FsdA$aGFzaA',
  ])('is never matched when it reads %j', async (phc) => {
    expect(await verifyPassword('correct horse', phc)).toBe(false);
  });

  test('keeps spaces at the ends', () => {
    expect(preparePassword(' a ')).toBe(' a ');
  });
});

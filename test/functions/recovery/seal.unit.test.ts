import { describe, expect, test } from 'vitest';
import { createSeal, type PendingRequest } from '../../../functions/recovery/seal';

const seal = createSeal('a secret of the tests, long enough');
const pending: PendingRequest = {
  text: '+٤٤ ٧٤٠٠ ١٢٣٤٥٦',
  country: 'EG',
  nonce: '5c0f3a0e-0000-4000-8000-000000000000',
  admittedAt: Date.UTC(2026, 9, 1, 12),
};

describe('what is sealed', () => {
  test('comes back as it was', async () => {
    expect(await seal.open(await seal.close(pending))).toEqual(pending);
  });

  test('fits a cookie, and cannot be read there', async () => {
    const sealed = await seal.close({ ...pending, text: '+447400123456' });
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('7400');
    expect((await seal.close({ ...pending, text: '\u{10ffff}'.repeat(127) })).length).toBeLessThan(3000);
  });

  test('is another text every time', async () => {
    expect(await seal.close(pending)).not.toBe(await seal.close(pending));
  });
});

describe('nothing opens', () => {
  test('when a single character is changed', async () => {
    const sealed = await seal.close(pending);
    for (let at = 0; at < sealed.length; at += 7) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(await seal.open(changed)).toBeUndefined();
    }
  });

  test('that was sealed with another secret', async () => {
    expect(await seal.open(await createSeal('another secret of the tests').close(pending))).toBeUndefined();
  });

  test.each(['', 'A', '!', 'AAAAAAAAAAAAAAAA', '{"text":"+447400123456"}', 'A'.repeat(4096), '\u{1f600}'])(
    'of %j',
    async (text) => {
      expect(await seal.open(text)).toBeUndefined();
    },
  );

  test('that holds something else', async () => {
    const other = { ...pending, country: 'XX' } as unknown as PendingRequest;
    expect(await seal.open(await seal.close(other))).toBeUndefined();
    expect(await seal.open(await seal.close({ ...pending, admin: true } as PendingRequest))).toBeUndefined();
  });
});

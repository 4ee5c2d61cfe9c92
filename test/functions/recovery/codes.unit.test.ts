import { describe, expect, test } from 'vitest';
import { createCodes, readCode } from '../../../functions/recovery/codes';

const codes = createCodes('a secret of the tests, long enough');
const CODES = 4_000;

describe('the code of a job', () => {
  test('is six digits, and the same however often the job comes', async () => {
    const code = await codes.codeOf('job-1');
    expect(code).toMatch(/^\d{6}$/);
    expect(await codes.codeOf('job-1')).toBe(code);
    expect(await createCodes('a secret of the tests, long enough').codeOf('job-1')).toBe(code);
  });

  test('is another one for another job, and under another secret', async () => {
    const code = await codes.codeOf('job-1');
    expect(await codes.codeOf('job-2')).not.toBe(code);
    expect(await createCodes('another secret of the tests').codeOf('job-1')).not.toBe(code);
  });

  test('is every code equally often, in each of its places', async () => {
    const drawn = await Promise.all(Array.from({ length: CODES }, (_, job) => codes.codeOf(`job-${job}`)));
    for (let place = 0; place < 6; place += 1) {
      const counts = Array<number>(10).fill(0);
      for (const code of drawn) counts[Number(code[place])] = (counts[Number(code[place])] ?? 0) + 1;
      const chiSquare = counts.reduce((sum, count) => sum + (count - CODES / 10) ** 2 / (CODES / 10), 0);
      // Nine degrees of freedom: a fair draw exceeds 33.7 once in ten thousand.
      expect(chiSquare, `place ${place}: ${counts}`).toBeLessThan(33.7);
    }
    expect(new Set(drawn).size).toBeGreaterThan(CODES * 0.99);
  });

  test('has a name at the gate that differs with the number it was sent to', async () => {
    const name = await codes.codeKey('number-1', '123456');
    expect(name).toMatch(/^[\w-]{43}$/);
    expect(await codes.codeKey('number-2', '123456')).not.toBe(name);
    expect(await codes.codeKey('number-1', '123457')).not.toBe(name);
  });
});

describe('a code is read', () => {
  test.each([
    '012345',
    ' 012345\n',
    '012 345',
    '012-345',
    '012\u2013345',
    '0 1 2 3 4 5',
    '012\u00a0345',
    '\u200e012345\u202c',
    '٠١٢٣٤٥',
    '۰۱۲-۳۴۵',
    '०१२३४५',
    '๐๑๒๓๔๕',
    '೦೧೨೩೪೫',
    '０１２３４５',
    'code: 012345',
    '012345 is your Acme code. It works for 10 minutes. Never share it.\n\n@help.example #012345',
    '012345 هو رمزك في Acme. يعمل خلال ١٠ دقائق. لا تعطه لأحد.\n\n@help.example #012345',
  ])('in %j', (typed) => {
    expect(readCode(typed)).toBe('012345');
  });

  test.each(['', '12345', '1234567', '123456 654321', 'abcdef', '12345O', '123456\u0000654321', '1'.repeat(501)])(
    'not in %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );
});

import { solveChallenge } from 'altcha-lib/v1';
import { describe, expect, test } from 'vitest';
import { createProofOfWork } from '../../../functions/support/proof-of-work';

const work = createProofOfWork('a secret of the tests, long enough');

async function solve(request: string): Promise<string> {
  const challenge = JSON.parse(await work.challenge(request)) as Record<string, string>;
  const { challenge: hash = '', salt = '', algorithm, signature } = challenge;
  const solution = await solveChallenge(hash, salt, algorithm, 50_000).promise;
  return btoa(JSON.stringify({ algorithm, challenge: hash, number: solution?.number, salt, signature }));
}

describe('a proof of work', () => {
  test('is the solution of the form’s own challenge', async () => {
    const proof = await solve('form-1');
    expect(await work.isProven(proof, 'form-1')).toBe(true);
    expect(await work.isProven(proof, 'form-2')).toBe(false);
    expect(await createProofOfWork('another secret').isProven(proof, 'form-1')).toBe(false);
  });

  test('with another number is none', async () => {
    const solved = JSON.parse(atob(await solve('form-1'))) as { number: number };
    const wrong = btoa(JSON.stringify({ ...solved, number: (solved.number + 1) % 50_000 }));
    expect(await work.isProven(wrong, 'form-1')).toBe(false);
  });

  test.each([undefined, '', 'null', btoa('null'), btoa('{}'), btoa('{"salt":1}'), '%'])('is not %j', async (proof) => {
    expect(await work.isProven(proof, 'form-1')).toBe(false);
  });
});

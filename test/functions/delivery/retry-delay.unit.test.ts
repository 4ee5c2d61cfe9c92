import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { retryDelaySeconds } from '../../../functions/delivery/retry-delay';

const [, maxRetries] = /^max_retries = (\d+)$/m.exec(readFileSync('wrangler.toml', 'utf8')) ?? [];
const attempts = Array.from({ length: Number(maxRetries) }, (_, index) => index + 1);

test('the wait doubles, and is never longer than 25 minutes', () => {
  const waits = attempts.slice(0, 11).map((attempt) => retryDelaySeconds('unavailable', attempt));
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1500, 1500]);
});

test('G4 what the provider tells is a wait that is kept', () => {
  expect(retryDelaySeconds('too-fast', 1, 30)).toBe(30);
  expect(retryDelaySeconds('too-fast', 6, 30)).toBe(64);
});

test('a provider cannot send a job away for days', () => {
  expect(retryDelaySeconds('too-fast', 1, 86_400)).toBe(1500);
});

test('G5 a used-up quota is asked again much later than a hiccup', () => {
  expect(retryDelaySeconds('quota', 1)).toBe(1500);
});

test('all retries of a job, at their longest, end within the day in which Resend knows its key', () => {
  expect(attempts).toHaveLength(40);
  const longest = attempts.reduce((sum, attempt) => sum + retryDelaySeconds('quota', attempt) * 1.25, 0);
  expect(longest / 3600).toBeLessThan(24);
});

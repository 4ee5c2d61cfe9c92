import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../../functions/clock';

const NOON = Date.UTC(2026, 9, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
});

test('the clock is the platform’s', () => {
  expect(createClock({ SITE_ORIGIN: 'https://help.example.com' }).now()).toBe(NOON);
});

test('a shift moves the clock of a site on this machine, both ways and by fractions', () => {
  const now = (CLOCK_SHIFT_SECONDS: string) =>
    createClock({ SITE_ORIGIN: 'http://localhost:8787', CLOCK_SHIFT_SECONDS }).now();
  expect(now('3600')).toBe(NOON + 3_600_000);
  expect(now('-0.5')).toBe(NOON - 500);
  expect(now('')).toBe(NOON);
});

test('a shift on a public site, or one that is no number, stops the Worker and says what to do', () => {
  const create = (SITE_ORIGIN: string, CLOCK_SHIFT_SECONDS: string) => () =>
    createClock({ SITE_ORIGIN, CLOCK_SHIFT_SECONDS });
  expect(create('https://help.example.com', '1')).toThrow('CLOCK_SHIFT_SECONDS is for tests: remove it');
  expect(create('http://localhost:8787', 'soon')).toThrow('must be a number of seconds');
});

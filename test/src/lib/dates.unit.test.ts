import { afterEach, describe, expect, test, vi } from 'vitest';
import { isoDay, longDay } from '../../../src/lib/dates';

afterEach(() => {
  vi.unstubAllEnvs();
});

const day = new Date('2026-11-20');

describe("a day is written in the reader's", () => {
  test.each([
    ['en', 'November 20, 2026'],
    ['es', '20 de noviembre de 2026'],
    ['ja', '2026年11月20日'],
    ['ar', '20 نوفمبر 2026'],
    ['fa', '۲۹ آبان ۱۴۰۵'],
    ['fa-AF', '۲۹ عقرب ۱۴۰۵'],
    ['th', '20 พฤศจิกายน 2569'],
  ])('calendar, digits and order: %s', (lang, text) => {
    expect(longDay(day, lang)).toBe(text);
  });
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('a day is the same day where the builder lives: %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(longDay(day, 'en')).toBe('November 20, 2026');
  expect(isoDay(day)).toBe('2026-11-20');
});

test('machines are told the day by ISO 8601', () => {
  expect(isoDay(day)).toBe('2026-11-20');
});

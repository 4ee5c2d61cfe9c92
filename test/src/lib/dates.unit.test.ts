import { afterEach, expect, test, vi } from 'vitest';
import { isoDay } from '../../../src/lib/dates';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('machines are told the same day by ISO 8601: %s', (zone) => {
  vi.stubEnv('TZ', zone);
  expect(isoDay(new Date('2026-11-20'))).toBe('2026-11-20');
});

/** Fails a test that prints. A test whose subject prints expects that of `console`, then calls `mockClear` on it. */
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;
let spies: MockInstance[] = [];

beforeEach(() => {
  spies = methods.map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
});

afterEach(() => {
  const printed = spies.flatMap((spy) => spy.mock.calls);
  vi.restoreAllMocks();
  expect(printed, 'a test printed to the console').toEqual([]);
});

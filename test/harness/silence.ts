/** Fails a test that prints: what is worth printing is worth expecting. Tests expect it by a spy of their own. */
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

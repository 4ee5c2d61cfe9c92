import { expect, test, vi } from 'vitest';
import { createReport } from '../../../functions/bindings/report';

/** The lines that were printed; they are forgotten, since printing is the subject. */
function takeLines(): unknown[] {
  // biome-ignore lint/suspicious/noConsole: what it was called with is what is tested.
  const log = vi.mocked(console.log);
  const lines = log.mock.calls.map(([line]) => line);
  log.mockClear();
  return lines;
}

test('an event is one line of JSON, and one row where a dataset is bound', () => {
  const rows: unknown[] = [];
  createReport({ writeDataPoint: (row) => void rows.push(row) })({ event: 'mail.bounced', bounce: 'permanent' });
  expect(takeLines()).toEqual(['{"event":"mail.bounced","bounce":"permanent"}']);
  expect(rows).toMatchObject([{ indexes: ['mail.bounced'] }]);
});

test('without a dataset there is the line', () => {
  createReport(undefined)({ event: 'link.opened' });
  expect(takeLines()).toEqual(['{"event":"link.opened"}']);
});

test('a dataset that fails stops nothing', () => {
  const report = createReport({
    writeDataPoint() {
      throw new Error('full');
    },
  });
  expect(() => report({ event: 'link.opened' })).not.toThrow();
  expect(takeLines()).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { eventToDataPoint, numberColumns, wordColumns } from '../../functions/event-columns';
import type { OperatorEvent } from '../../functions/events';

/** The value of a column by its fact's name. */
function read(event: OperatorEvent, name: string): unknown {
  const { blobs, doubles } = eventToDataPoint(event);
  const word = wordColumns.indexOf(name as never);
  return word < 0 ? doubles[numberColumns.indexOf(name as never)] : blobs[word + 1];
}

test('an event is found by its name', () => {
  const point = eventToDataPoint({ event: 'sessions.ended' });
  expect([point.indexes, point.blobs[0]]).toEqual([['sessions.ended'], 'sessions.ended']);
});

test('every fact has its column; what an event does not tell is empty or 0', () => {
  const event = { event: 'mail.sent', mail: 'reset', attempt: 3, locale: 'ja' } as const;
  expect(['mail', 'attempt', 'locale', 'part', 'code'].map((name) => read(event, name))).toEqual([
    ...['reset', 3, 'ja', '', 0],
  ]);
  expect(read({ event: 'code.issued', repeated: true }, 'repeated')).toBe(1);
  const refused: OperatorEvent = { event: 'password.refused', problems: ['password-common', 'password-breached'] };
  expect(read(refused, 'problems')).toBe('password-common,password-breached');
});

test('a row fits into Analytics Engine: 20 blobs and 20 doubles', () => {
  expect(wordColumns.length + 1).toBeLessThanOrEqual(20);
  expect(numberColumns.length).toBeLessThanOrEqual(20);
});

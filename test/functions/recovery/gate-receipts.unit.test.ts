import { expect, test } from 'vitest';
import { createGateLogic } from '../../../functions/recovery/gate-logic';
import { RECEIPT_SECONDS } from '../../../functions/recovery/gate-receipts';
import { createFrozenClock } from '../../fakes/clock';
import { createFakeSql } from '../../fakes/sql';

function createGate() {
  const clock = createFrozenClock();
  return { clock, gate: createGateLogic(createFakeSql(), clock) };
}

test('a message is taken once, whatever came between', () => {
  const { gate } = createGate();
  expect(['a', 'b', 'a', 'a', 'b'].map((message) => gate.receive(message).type)).toEqual([
    ...['first', 'first', 'repeated', 'repeated', 'repeated'],
  ]);
});

test('it is remembered for a week, and the broom takes it then', () => {
  const { gate, clock } = createGate();
  gate.receive('a');
  clock.advance(RECEIPT_SECONDS * 1000 - 1);
  expect(gate.purge()).toBe(86_400);
  expect(gate.receive('a')).toEqual({ type: 'repeated' });
  clock.advance(1);
  expect(gate.purge()).toBeUndefined();
  expect(gate.receive('a')).toEqual({ type: 'first' });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { createGateLogic, type GateLogic } from '../../../functions/recovery/gate-logic';
import { createFrozenClock, type FrozenClock } from '../../fakes/clock';
import { createFakeSql } from '../../fakes/sql';

const HOUR = 3_600_000;

let clock: FrozenClock;
let gate: GateLogic;

beforeEach(() => {
  clock = createFrozenClock();
  gate = createGateLogic(createFakeSql(), clock);
});

const flowKey = (flow: string, account = 'account') => ({ account, flow });
const allow = (flow: string, account?: string, askedAt = clock.now()) =>
  gate.allowMail(flowKey(flow, account), askedAt);

/** A flow whose link works for an hour. */
const issueFlow = (flow: string, account?: string) => {
  const key = flowKey(flow, account);
  gate.allowMail(key, clock.now());
  gate.issue(key, clock.now() + HOUR);
  return key;
};

const leaseOf = (key: ReturnType<typeof flowKey>) => {
  const reservation = gate.reserve(key, 60);
  if (reservation.type !== 'reserved') throw new TypeError(reservation.type);
  return reservation.lease;
};

describe('a redemption', () => {
  test('E9 holds the link: of twenty at once one gets it', () => {
    const key = issueFlow('a');
    const verdicts = Array.from({ length: 20 }, () => gate.reserve(key, 60).type);
    expect(verdicts.filter((verdict) => verdict === 'reserved')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'busy')).toHaveLength(19);
  });

  test('E1 that is committed uses the link up', () => {
    const key = issueFlow('a');
    expect(gate.commit(key, leaseOf(key))).toEqual({ type: 'committed' });
    expect(gate.peek(key)).toEqual({ type: 'used' });
    expect(gate.reserve(key, 60)).toEqual({ type: 'used' });
    expect(gate.issue(key, clock.now() + HOUR)).toEqual({ type: 'superseded' });
  });

  test('E13 that is released leaves the link as it was', () => {
    const key = issueFlow('a');
    gate.release(key, leaseOf(key));
    expect(gate.peek(key)).toEqual({ type: 'live' });
    expect(gate.reserve(key, 60).type).toBe('reserved');
  });

  test('that was forgotten is released after its lease, to the millisecond', () => {
    const key = issueFlow('a');
    leaseOf(key);
    clock.advance(59_999);
    expect(gate.reserve(key, 60)).toEqual({ type: 'busy' });
    clock.advance(1);
    expect(gate.reserve(key, 60).type).toBe('reserved');
  });

  test('may commit late as long as nobody else has taken the link', () => {
    const key = issueFlow('a');
    const lease = leaseOf(key);
    clock.advance(HOUR);
    expect(gate.commit(key, lease)).toEqual({ type: 'committed' });
    expect(gate.peek(key)).toEqual({ type: 'used' });
  });

  test('is lost when somebody else has taken the link after its lease', () => {
    const key = issueFlow('a');
    const lost = leaseOf(key);
    clock.advance(60_000);
    const taken = leaseOf(key);
    expect(gate.commit(key, lost)).toEqual({ type: 'lost' });
    gate.release(key, lost);
    expect(gate.reserve(key, 60)).toEqual({ type: 'busy' });
    expect(gate.commit(key, taken)).toEqual({ type: 'committed' });
  });

  test('may be committed again when the first answer was lost', () => {
    const key = issueFlow('a');
    const lease = leaseOf(key);
    gate.commit(key, lease);
    expect(gate.commit(key, lease)).toEqual({ type: 'committed' });
    gate.release(key, lease);
    expect(gate.commit(key, lease)).toEqual({ type: 'committed' });
    expect(gate.peek(key)).toEqual({ type: 'used' });
  });

  test('voids every other link of the account, newer ones and ones on their way too', () => {
    const mine = issueFlow('a');
    const lease = leaseOf(mine);
    const newer = issueFlow('b');
    const onItsWay = flowKey('c');
    gate.allowMail(onItsWay, clock.now());
    const stranger = issueFlow('d', 'another');
    gate.commit(mine, lease);
    expect(gate.peek(newer)).toEqual({ type: 'superseded' });
    expect(gate.issue(onItsWay, clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.peek(stranger)).toEqual({ type: 'live' });
  });

  test('voids what was asked for before and comes only now', () => {
    const mine = issueFlow('a');
    gate.commit(mine, leaseOf(mine));
    expect(allow('b')).toEqual({ type: 'superseded' });
  });

  test('leaves the next request of the account a link that works', () => {
    const key = issueFlow('a');
    gate.commit(key, leaseOf(key));
    clock.advance(1);
    expect(gate.peek(issueFlow('b'))).toEqual({ type: 'live' });
  });
});

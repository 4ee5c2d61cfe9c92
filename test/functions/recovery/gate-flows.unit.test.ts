import { beforeEach, describe, expect, test } from 'vitest';
import { createGateLogic, type GateLogic } from '../../../functions/recovery/gate-logic';
import type { Sql } from '../../../functions/recovery/gate-sql';
import { createFrozenClock, type FrozenClock } from '../../fakes/clock';
import { createFakeSql } from '../../fakes/sql';

const HOUR = 3_600_000;

let clock: FrozenClock;
let sql: Sql;
let gate: GateLogic;

beforeEach(() => {
  clock = createFrozenClock();
  sql = createFakeSql();
  gate = createGateLogic(sql, clock);
});

const flowKey = (flow: string, account = 'account') => ({ account, flow });

/** A flow whose link works for an hour. */
const issueFlow = (flow: string, account?: string) => {
  const key = flowKey(flow, account);
  gate.allowMail(key);
  gate.issue(key, clock.now() + HOUR);
  return key;
};

const leaseOf = (key: ReturnType<typeof flowKey>) => {
  const reservation = gate.reserve(key, 60);
  if (reservation.type !== 'reserved') throw new TypeError(reservation.type);
  return reservation.lease;
};

describe('mails to one account', () => {
  test('F5 are five in an hour, and the sixth is capped', () => {
    const verdicts = ['a', 'b', 'c', 'd', 'e', 'f'].map((flow) => gate.allowMail(flowKey(flow)).type);
    expect(verdicts).toEqual([...Array(5).fill('allowed'), 'capped']);
  });

  test('are allowed again when the oldest is an hour old', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) gate.allowMail(flowKey(flow));
    clock.advance(HOUR - 1);
    expect(gate.allowMail(flowKey('f')).type).toBe('capped');
    clock.advance(1);
    expect(gate.allowMail(flowKey('f')).type).toBe('allowed');
  });

  test('G2 of the same flow are one, with the same generation', () => {
    const first = gate.allowMail(flowKey('a'));
    expect(Array.from({ length: 9 }, () => gate.allowMail(flowKey('a')))).toEqual(Array(9).fill(first));
    expect(gate.allowMail(flowKey('b')).type).toBe('allowed');
  });

  test('have growing generations, also after a purge', () => {
    const generationOf = (flow: string) => {
      const allowance = gate.allowMail(flowKey(flow));
      return allowance.type === 'allowed' ? allowance.generation : 0;
    };
    const first = generationOf('a');
    clock.advance(HOUR);
    gate.purge();
    expect(generationOf('b')).toBeGreaterThan(first);
  });

  test('of another account are its own', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) gate.allowMail(flowKey(flow));
    expect(gate.allowMail(flowKey('f', 'another')).type).toBe('allowed');
  });
});

describe('a link', () => {
  test('E2 works until one millisecond before its end', () => {
    const key = issueFlow('a');
    clock.advance(HOUR - 1);
    expect(gate.peek(key)).toEqual({ type: 'live' });
    expect(gate.reserve(key, 60).type).toBe('reserved');
    clock.advance(1);
    expect(gate.peek(key)).toEqual({ type: 'expired' });
    expect(gate.reserve(key, 60)).toEqual({ type: 'expired' });
  });

  test('does not work before it was issued, or when nobody knows it', () => {
    gate.allowMail(flowKey('a'));
    expect(gate.reserve(flowKey('a'), 60)).toEqual({ type: 'expired' });
    expect(gate.reserve(flowKey('never'), 60)).toEqual({ type: 'expired' });
    expect(gate.issue(flowKey('never'), clock.now() + HOUR)).toEqual({ type: 'superseded' });
  });

  test('belongs to one account', () => {
    issueFlow('a');
    expect(gate.reserve(flowKey('a', 'another'), 60)).toEqual({ type: 'expired' });
  });

  test('E5 is superseded by a newer one of the account', () => {
    const older = issueFlow('a');
    const newer = issueFlow('b');
    expect(gate.peek(older)).toEqual({ type: 'superseded' });
    expect(gate.reserve(older, 60)).toEqual({ type: 'superseded' });
    expect(gate.peek(newer)).toEqual({ type: 'live' });
  });

  test('E5 that is issued after a newer one never works', () => {
    const older = flowKey('a');
    gate.allowMail(older);
    const newer = issueFlow('b');
    expect(gate.issue(older, clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.peek(newer)).toEqual({ type: 'live' });
  });

  test('keeps working while a newer mail is only allowed', () => {
    const older = issueFlow('a');
    gate.allowMail(flowKey('b'));
    expect(gate.peek(older)).toEqual({ type: 'live' });
  });

  test('G2 keeps its end when it is issued again', () => {
    const key = issueFlow('a');
    clock.advance(1000);
    expect(gate.issue(key, clock.now() + HOUR)).toEqual({ type: 'issued' });
    clock.advance(HOUR - 1000);
    expect(gate.peek(key)).toEqual({ type: 'expired' });
  });

  test('F4 works while its account gets no more mails', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) issueFlow(flow);
    expect(gate.allowMail(flowKey('f')).type).toBe('capped');
    expect(gate.peek(flowKey('e'))).toEqual({ type: 'live' });
  });
});

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
    gate.allowMail(onItsWay);
    const stranger = issueFlow('d', 'another');
    gate.commit(mine, lease);
    expect(gate.peek(newer)).toEqual({ type: 'superseded' });
    expect(gate.issue(onItsWay, clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.peek(stranger)).toEqual({ type: 'live' });
  });

  test('leaves the next request of the account a link that works', () => {
    const key = issueFlow('a');
    gate.commit(key, leaseOf(key));
    expect(gate.peek(issueFlow('b'))).toEqual({ type: 'live' });
  });
});

describe('revoking an account', () => {
  test('voids its links and nobody else’s', () => {
    const mine = issueFlow('a');
    const stranger = issueFlow('b', 'another');
    gate.revokeAll('account');
    expect(gate.peek(mine)).toEqual({ type: 'superseded' });
    expect(gate.peek(stranger)).toEqual({ type: 'live' });
  });

  test('of an account without links changes nothing', () => {
    gate.revokeAll('account');
    expect(gate.peek(issueFlow('a'))).toEqual({ type: 'live' });
  });
});

describe('the alarm', () => {
  test('removes flows and accounts once they decide nothing', () => {
    issueFlow('a');
    clock.advance(HOUR - 1);
    expect(gate.purge()).toBe(true);
    expect(gate.peek(flowKey('a'))).toEqual({ type: 'live' });
    clock.advance(1);
    expect(gate.purge()).toBe(false);
    expect(sql.exec('SELECT 1 FROM flows UNION ALL SELECT 1 FROM accounts')).toEqual([]);
  });

  test('leaves a flow whose password is being set', () => {
    const key = issueFlow('a');
    clock.advance(HOUR - 1);
    const lease = leaseOf(key);
    clock.advance(1000);
    gate.purge();
    expect(gate.commit(key, lease)).toEqual({ type: 'committed' });
  });
});

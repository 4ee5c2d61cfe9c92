import { beforeEach, describe, expect, test } from 'vitest';
import { HORIZON_SECONDS } from '../../../functions/delivery/retry-delay';
import { createGateLogic, type GateLogic, PURGE_SECONDS } from '../../../functions/recovery/gate-logic';
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

describe('mails to one account', () => {
  test('F5 are five in an hour, and the sixth is capped', () => {
    const verdicts = ['a', 'b', 'c', 'd', 'e', 'f'].map((flow) => allow(flow).type);
    expect(verdicts).toEqual([...Array(5).fill('allowed'), 'capped']);
  });

  test('are allowed again when the oldest is an hour old', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) allow(flow);
    clock.advance(HOUR - 1);
    expect(allow('f').type).toBe('capped');
    clock.advance(1);
    expect(allow('f').type).toBe('allowed');
  });

  test('G2 of the same flow are one, with the same generation', () => {
    const first = allow('a');
    expect(Array.from({ length: 9 }, () => allow('a'))).toEqual(Array(9).fill(first));
    expect(allow('b').type).toBe('allowed');
  });

  test('have generations in the order in which they were asked for, however late they come, also after a purge', () => {
    const generationOf = (flow: string, askedAt: number) => {
      const allowance = allow(flow, 'account', askedAt);
      return allowance.type === 'allowed' ? allowance.generation : Number.NaN;
    };
    const start = clock.now();
    const second = generationOf('b', start);
    const third = generationOf('c', start);
    expect(third).toBeGreaterThan(second);
    clock.advance(HOUR);
    gate.purge();
    expect(generationOf('a', start - 1)).toBeLessThan(second);
    expect(generationOf('d', start + 1)).toBeGreaterThan(third);
  });

  test('of another account are its own', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) allow(flow);
    expect(allow('f', 'another').type).toBe('allowed');
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
    allow('a');
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
    gate.allowMail(older, clock.now());
    const newer = issueFlow('b');
    expect(gate.issue(older, clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.peek(newer)).toEqual({ type: 'live' });
  });

  test('keeps working while a newer mail is only allowed', () => {
    const older = issueFlow('a');
    allow('b');
    expect(gate.peek(older)).toEqual({ type: 'live' });
  });

  test('G2 works for its whole time after it was issued last, and never shorter than before', () => {
    const key = issueFlow('a');
    clock.advance(10 * HOUR);
    expect(gate.peek(key)).toEqual({ type: 'expired' });
    expect(gate.issue(key, clock.now() + HOUR)).toEqual({ type: 'issued' });
    gate.issue(key, clock.now() + 1);
    clock.advance(HOUR - 1);
    expect(gate.peek(key)).toEqual({ type: 'live' });
    clock.advance(1);
    expect(gate.peek(key)).toEqual({ type: 'expired' });
  });

  test('E5 that was asked for before one that works gets no mail, however late its job comes', () => {
    const askedAt = clock.now();
    clock.advance(1);
    const newer = issueFlow('newer');
    clock.advance(20 * HOUR);
    gate.purge();
    expect(allow('older', 'account', askedAt)).toEqual({ type: 'superseded' });
    expect(gate.issue(newer, clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.issue(issueFlow('newest'), clock.now() + HOUR)).toEqual({ type: 'issued' });
  });

  test('E5 that comes late supersedes only what was asked for before it', () => {
    const askedAt = clock.now();
    clock.advance(HOUR);
    const newer = flowKey('newer');
    allow('newer');
    allow('older', 'account', askedAt);
    expect(gate.issue(flowKey('older'), clock.now() + HOUR)).toEqual({ type: 'issued' });
    expect(gate.issue(newer, clock.now() + HOUR)).toEqual({ type: 'issued' });
    expect(gate.peek(flowKey('older'))).toEqual({ type: 'superseded' });
    expect(gate.peek(newer)).toEqual({ type: 'live' });
  });

  test('F4 works while its account gets no more mails', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) issueFlow(flow);
    expect(allow('f').type).toBe('capped');
    expect(gate.peek(flowKey('e'))).toEqual({ type: 'live' });
  });
});

describe('a link in place of all others', () => {
  const replace = (flow: string) => {
    const { askedAt } = gate.replaceAll(flowKey(flow));
    return { askedAt, allowance: gate.allowMail(flowKey(flow), askedAt) };
  };

  test('voids what was asked for by now, known or not, and nobody else’s', () => {
    const mine = issueFlow('a');
    const stranger = issueFlow('b', 'another');
    gate.replaceAll(flowKey('mine'));
    expect(gate.peek(mine)).toEqual({ type: 'superseded' });
    expect(allow('late')).toEqual({ type: 'superseded' });
    expect(gate.peek(stranger)).toEqual({ type: 'live' });
  });

  test('may be mailed and works, although the account has had all its mails', () => {
    for (const flow of ['a', 'b', 'c', 'd', 'e']) issueFlow(flow);
    expect(replace('mine').allowance.type).toBe('allowed');
    expect(gate.issue(flowKey('mine'), clock.now() + HOUR)).toEqual({ type: 'issued' });
    expect(gate.peek(flowKey('mine'))).toEqual({ type: 'live' });
    expect(gate.peek(flowKey('e'))).toEqual({ type: 'superseded' });
  });

  test('is the same one when it is asked for again', () => {
    const first = replace('mine');
    gate.issue(flowKey('mine'), clock.now() + HOUR);
    clock.advance(1000);
    expect(replace('mine')).toEqual(first);
    expect(gate.peek(flowKey('mine'))).toEqual({ type: 'live' });
  });

  test('is superseded by what is asked for later', () => {
    gate.replaceAll(flowKey('mine'));
    clock.advance(1);
    issueFlow('newer');
    expect(gate.issue(flowKey('mine'), clock.now() + HOUR)).toEqual({ type: 'superseded' });
  });

  test('is in time even where the clock of another machine was ahead', () => {
    const ahead = clock.now() + 5000;
    allow('a', 'account', ahead);
    expect(replace('mine').askedAt).toBe(ahead + 1);
    expect(gate.issue(flowKey('a'), clock.now() + HOUR)).toEqual({ type: 'superseded' });
    expect(gate.issue(flowKey('mine'), clock.now() + HOUR)).toEqual({ type: 'issued' });
  });
});

describe('the alarm', () => {
  test('removes flows once they decide nothing', () => {
    issueFlow('a');
    clock.advance(HOUR - 1);
    expect(gate.purge()).toBe(PURGE_SECONDS);
    expect(gate.peek(flowKey('a'))).toEqual({ type: 'live' });
    clock.advance(1);
    gate.purge();
    expect(sql.exec('SELECT 1 FROM flows')).toEqual([]);
  });

  test('remembers what was voided for as long as an older job may come, and comes seldom for that', () => {
    const askedAt = clock.now() - 1;
    issueFlow('a');
    clock.advance(HORIZON_SECONDS * 1000 - 2);
    expect(gate.purge()).toBe(86_400);
    expect(allow('older', 'account', askedAt)).toEqual({ type: 'superseded' });
    clock.advance(1);
    expect(gate.purge()).toBeUndefined();
    expect(sql.exec('SELECT 1 FROM accounts')).toEqual([]);
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

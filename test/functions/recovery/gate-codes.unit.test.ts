import { beforeEach, describe, expect, test } from 'vitest';
import { createGateLogic, type GateLogic } from '../../../functions/recovery/gate-logic';
import type { Sql } from '../../../functions/recovery/gate-sql';
import { createFrozenClock, type FrozenClock } from '../../fakes/clock';
import { createFakeSql } from '../../fakes/sql';

let clock: FrozenClock;
let sql: Sql;
let gate: GateLogic;

beforeEach(() => {
  clock = createFrozenClock();
  sql = createFakeSql();
  gate = createGateLogic(sql, clock);
});

describe('a code', () => {
  const request = (identifier = 'maria', nonce = 'nonce') => {
    const verdict = gate.admit({ identifier, request: nonce });
    if (verdict.type !== 'admitted') throw new TypeError(verdict.type);
    return { identifier, request: nonce, admittedAt: verdict.admittedAt };
  };

  test('matches once, and names its request', () => {
    const key = request();
    expect(gate.issueCode(key, 'right')).toEqual({ type: 'issued', repeated: false });
    expect(gate.tryCode(key, 'right')).toEqual({ type: 'match', request: 'nonce', admittedAt: key.admittedAt });
    expect(gate.tryCode(key, 'right')).toEqual({ type: 'wrong', triesLeft: 3 });
  });

  test('is not armed again when its message is delivered again', () => {
    const key = request();
    gate.issueCode(key, 'right');
    gate.tryCode(key, 'right');
    expect(gate.issueCode(key, 'right')).toEqual({ type: 'issued', repeated: true });
    expect(gate.tryCode(key, 'right').type).toBe('wrong');
  });

  test('E10 of twenty wrong tries five are compared, and after them the right one is refused too', () => {
    const key = request();
    gate.issueCode(key, 'right');
    const verdicts = Array.from({ length: 20 }, () => gate.tryCode(key, 'wrong').type);
    expect(verdicts).toEqual([...Array(5).fill('wrong'), ...Array(15).fill('exhausted')]);
    expect(gate.tryCode(key, 'right')).toEqual({ type: 'exhausted' });
    expect(sql.exec('SELECT tries FROM requests')).toEqual([{ tries: 21 }]);
  });

  test('runs out after ten minutes, to the millisecond', () => {
    const key = request();
    gate.issueCode(key, 'right');
    clock.advance(599_999);
    expect(gate.tryCode(key, 'wrong').type).toBe('wrong');
    clock.advance(1);
    expect(gate.tryCode(key, 'right')).toEqual({ type: 'expired' });
  });

  test('is superseded by a newer one, which works on the page that asked first', () => {
    const older = request();
    gate.issueCode(older, 'older');
    clock.advance(1000);
    const newer = request('maria', 'nonce-of-newer');
    gate.issueCode(newer, 'newer');
    expect(gate.tryCode(older, 'older').type).toBe('wrong');
    expect(gate.tryCode(older, 'newer')).toEqual({
      type: 'match',
      request: 'nonce-of-newer',
      admittedAt: newer.admittedAt,
    });
  });

  test('that comes after a newer one is not armed', () => {
    const older = request();
    const newer = request('maria', 'nonce-of-newer');
    gate.issueCode(newer, 'newer');
    expect(gate.issueCode(older, 'older')).toEqual({ type: 'superseded' });
    expect(gate.tryCode(newer, 'newer').type).toBe('match');
  });

  test('has tries of its own page: a stranger cannot use them up', () => {
    const mine = request();
    gate.issueCode(mine, 'right');
    const theirs = request('maria', 'nonce-of-stranger');
    for (let tries = 0; tries < 6; tries += 1) gate.tryCode(theirs, 'wrong');
    expect(gate.tryCode(mine, 'right').type).toBe('match');
  });

  test('A1 answers the same for an identifier that has none, short of the right one', () => {
    const known = request('known');
    gate.issueCode(known, 'right');
    const missing = request('missing');
    const tries = (key: typeof known) => Array.from({ length: 6 }, () => gate.tryCode(key, 'wrong'));
    expect(tries(missing)).toEqual(tries(known));
    clock.advance(600_000);
    expect(gate.tryCode(missing, 'wrong')).toEqual(gate.tryCode(known, 'wrong'));
  });

  test('of a request that was never admitted is expired', () => {
    expect(gate.tryCode({ identifier: 'maria', request: 'invented', admittedAt: clock.now() }, 'code')).toEqual({
      type: 'expired',
    });
    expect(gate.issueCode({ identifier: 'maria', request: 'invented', admittedAt: clock.now() }, 'code')).toEqual({
      type: 'superseded',
    });
  });

  test('F4 that was sent works while its identifier is locked', () => {
    const key = request();
    gate.issueCode(key, 'right');
    const others = ['b', 'c', 'd', 'e', 'f'].map((nonce) => gate.admit({ identifier: 'maria', request: nonce }).type);
    expect(others.at(-1)).toBe('locked');
    expect(gate.tryCode(key, 'right').type).toBe('match');
  });
});

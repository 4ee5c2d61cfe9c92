import { beforeEach, describe, expect, test } from 'vitest';
import { createGateLogic, type GateLogic, PURGE_SECONDS } from '../../../functions/recovery/gate-logic';
import type { Sql } from '../../../functions/recovery/gate-sql';
import { createFrozenClock, type FrozenClock } from '../../fakes/clock';
import { createFakeSql } from '../../fakes/sql';

const HOUR = 3_600_000;

let clock: FrozenClock;
let sql: Sql;
let gate: GateLogic;
let nonces = 0;

beforeEach(() => {
  clock = createFrozenClock();
  sql = createFakeSql();
  gate = createGateLogic(sql, clock);
});

/** A new request of an identifier. */
const ask = (identifier = 'maria') => {
  nonces += 1;
  return gate.admit({ identifier, request: `nonce-${nonces}` });
};

const askTimes = (times: number, identifier?: string) => Array.from({ length: times }, () => ask(identifier).type);

const countRows = (table: string) => sql.exec<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows;

describe('requests for one identifier', () => {
  test('F1 five are admitted, and the sixth begins a lock of an hour', () => {
    expect(askTimes(5)).toEqual(Array(5).fill('admitted'));
    clock.advance(1000);
    expect(ask()).toEqual({ type: 'locked', until: clock.now() + HOUR, isNew: true });
  });

  test('F2 the lock ends after an hour, to the millisecond, without any write', () => {
    askTimes(6);
    sql.exec('PRAGMA query_only = 1');
    clock.advance(HOUR - 1);
    expect(ask().type).toBe('locked');
    clock.advance(1);
    sql.exec('PRAGMA query_only = 0');
    expect(ask().type).toBe('admitted');
  });

  test('F2 after the lock all five are there again', () => {
    askTimes(6);
    clock.advance(HOUR);
    expect(askTimes(5)).toEqual(Array(5).fill('admitted'));
  });

  test('F3 requests during the lock do not move its end, and are not the first of the next one', () => {
    askTimes(5);
    const begun = ask();
    clock.advance(HOUR / 2);
    const during = ask();
    expect(during).toEqual({ ...begun, isNew: false });
    clock.advance(HOUR / 2);
    expect(askTimes(5)).toEqual(Array(5).fill('admitted'));
  });

  test('F6 of fifty at once at the limit minus one, exactly one passes', () => {
    askTimes(4);
    expect(askTimes(50).filter((verdict) => verdict === 'admitted')).toHaveLength(1);
  });

  test('no hour holds more than five, wherever it begins', () => {
    askTimes(4);
    clock.advance(HOUR - 1);
    expect(ask().type).toBe('admitted');
    clock.advance(1);
    expect(askTimes(5)).toEqual(['admitted', 'admitted', 'admitted', 'admitted', 'locked']);
  });

  test('do not touch another identifier', () => {
    askTimes(6);
    expect(ask('joan').type).toBe('admitted');
  });
});

describe('a request that comes twice', () => {
  const key = { identifier: 'maria', request: 'same-nonce' };

  test('G1 is one request, with the time of the first', () => {
    const first = gate.admit(key);
    clock.advance(500);
    expect(gate.admit(key)).toEqual({ ...first, repeated: true });
    expect(askTimes(4)).toEqual(Array(4).fill('admitted'));
  });

  test('is a new one after a minute: somebody came back to the open page', () => {
    gate.admit(key);
    clock.advance(60_000);
    expect(gate.admit(key)).toEqual({ type: 'admitted', admittedAt: clock.now(), repeated: false });
  });

  test('is a new one after twenty repeats: nobody clicks so often', () => {
    const repeated = Array.from({ length: 22 }, () => gate.admit(key)).map(
      (verdict) => verdict.type === 'admitted' && verdict.repeated,
    );
    expect(repeated).toEqual([false, ...Array(20).fill(true), false]);
  });

  test('is another request for another identifier', () => {
    gate.admit(key);
    expect(gate.admit({ ...key, identifier: 'joan' })).toMatchObject({ repeated: false });
  });
});

describe('F8 a flood of strangers', () => {
  const rowLimits = { requests: 100, locks: 3, evicted: 10 };

  beforeEach(() => {
    gate = createGateLogic(sql, clock, { rowLimits });
  });

  const flood = (times: number) => {
    for (let stranger = 0; stranger < times; stranger += 1) ask(`stranger-${stranger}`);
  };

  test('fills a bounded number of rows, and still everybody is admitted', () => {
    flood(1000);
    expect(countRows('requests')).toBeLessThanOrEqual(100);
    expect(ask().type).toBe('admitted');
  });

  test('pushes out the oldest counters first', () => {
    ask('first');
    askTimes(5, 'last-but-flood');
    flood(95);
    const left = sql
      .exec<{ identifier: string }>('SELECT DISTINCT identifier FROM requests')
      .map((row) => row.identifier);
    expect(left).not.toContain('first');
    expect(left).toContain('stranger-94');
  });

  test('ends no lock', () => {
    askTimes(6);
    flood(1000);
    expect(ask().type).toBe('locked');
  });

  test('disarms no code', () => {
    const key = { identifier: 'maria', request: 'nonce', admittedAt: clock.now() };
    gate.admit(key);
    gate.issueCode(key, 'code');
    flood(1000);
    expect(gate.tryCode(key, 'code').type).toBe('match');
  });

  test('counts its rows anew after an alarm has purged them', () => {
    flood(1000);
    clock.advance(HOUR);
    gate.purge();
    expect(countRows('requests')).toBe(0);
    flood(99);
    expect(countRows('requests')).toBe(99);
  });

  test('makes room by dropping what is over before it drops what counts', () => {
    flood(99);
    clock.advance(HOUR);
    askTimes(2);
    expect(countRows('requests')).toBe(2);
  });

  test('of locks: when there is no row for one more, the visitor waits until the oldest request is an hour old', () => {
    for (const stranger of ['a', 'b', 'c']) askTimes(6, stranger);
    const begun = clock.now();
    ask();
    clock.advance(1000);
    askTimes(4);
    expect(ask()).toEqual({ type: 'locked', until: begun + HOUR, isNew: false });
    expect(countRows('locks')).toBe(3);
    clock.advance(HOUR - 1001);
    expect(ask().type).toBe('locked');
    clock.advance(1);
    expect(ask().type).toBe('admitted');
  });

  test('of locks: ended ones make room', () => {
    for (const stranger of ['a', 'b', 'c']) askTimes(6, stranger);
    clock.advance(HOUR);
    askTimes(5);
    expect(ask()).toMatchObject({ type: 'locked', isNew: true });
  });
});

describe('the alarm', () => {
  test('removes what no longer counts and leaves what does', () => {
    askTimes(6, 'locked-early');
    clock.advance(HOUR / 2);
    askTimes(6, 'locked-late');
    clock.advance(HOUR / 2);
    expect(gate.purge()).toBe(PURGE_SECONDS);
    expect([countRows('requests'), countRows('locks')]).toEqual([5, 1]);
    expect(ask('locked-late').type).toBe('locked');
    clock.advance(HOUR);
    expect(gate.purge()).toBeUndefined();
  });
});

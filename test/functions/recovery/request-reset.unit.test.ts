import { beforeEach, describe, expect, test } from 'vitest';
import { requestReset } from '../../../functions/recovery/request-reset';
import { createRecovery, type Recovery } from '../../fakes/recovery';

const HOUR = 3_600_000;

let recovery: Recovery;
let nonces = 0;

beforeEach(() => {
  recovery = createRecovery();
});

const ask = (identifier = 'maria', nonce?: string) => {
  nonces += 1;
  return requestReset(recovery.deps, {
    identifier,
    country: 'GB',
    nonce: nonce ?? `nonce-${nonces}`,
    address: '192.0.2.1',
    locale: 'en',
  });
};

const askTimes = async (times: number, identifier?: string) => {
  const outcomes = [];
  for (let at = 0; at < times; at += 1) outcomes.push(await ask(identifier));
  return outcomes;
};

/** What the request awaited, and what came of it. */
const observe = async (identifier: string) => {
  recovery.log.length = 0;
  const outcome = await ask(identifier);
  return { outcome, calls: [...recovery.log] };
};

describe('a request', () => {
  test('is in the queue once it is accepted, canonical and with its time', async () => {
    expect(await ask(' @MARIA ')).toEqual({ type: 'accepted' });
    expect(recovery.jobs).toEqual([
      {
        type: 'reset',
        id: expect.stringMatching(/^[\w-]{43}$/),
        identifier: { kind: 'username', value: 'maria' },
        locale: 'en',
        requestedAt: recovery.clock.now(),
      },
    ]);
  });

  test('tells the mail where it came from, and no event', async () => {
    const whereabouts = { country: 'NG', city: 'Lagos', browser: 'chrome', system: 'android' } as const;
    await requestReset(recovery.deps, { identifier: 'maria', country: 'GB', address: null, locale: 'en', whereabouts });
    expect(recovery.jobs).toMatchObject([{ whereabouts }]);
    expect(JSON.stringify(recovery.events)).not.toMatch(/Lagos|NG|chrome/);
  });

  test('A1 A8 awaits the same calls in the same order whether or not the account exists', async () => {
    const known = await observe('maria');
    expect(await observe('nobody')).toEqual(known);
    expect(known.calls).toEqual(['burst.allows', 'locks.find', 'gate.admit', 'queue.send']);
  });

  test('A8 never asks the account system', async () => {
    await ask();
    expect(recovery.accounts.calls).toEqual([]);
  });

  test('A4 that follows another after five seconds gets the same answer, existing or missing', async () => {
    for (const identifier of ['maria', 'nobody']) {
      const first = await observe(identifier);
      recovery.clock.advance(5000);
      expect(await observe(identifier)).toEqual(first);
    }
  });

  test('G1 that is clicked twice is one job, twice in the queue at most', async () => {
    await ask('maria', 'same-nonce');
    recovery.clock.advance(300);
    expect(await ask('maria', 'same-nonce')).toEqual({ type: 'accepted' });
    expect(recovery.jobs[1]).toEqual(recovery.jobs[0]);
  });

  test('without a nonce is one of its own', async () => {
    const request = { identifier: 'maria', country: 'GB' as const, address: null, locale: 'en' as const };
    await requestReset(recovery.deps, request);
    await requestReset(recovery.deps, request);
    expect(recovery.jobs[1]?.id).not.toBe(recovery.jobs[0]?.id);
  });

  test('B8 that is invalid touches nothing', async () => {
    expect(await ask('x'.repeat(5000))).toEqual({ type: 'invalid', problem: 'identifier-too-long' });
    expect(await ask('a@x.org,b@y.org')).toEqual({ type: 'invalid', problem: 'identifier-invalid' });
    expect(await ask('  ')).toEqual({ type: 'invalid', problem: 'identifier-missing' });
    expect(recovery.log).toEqual([]);
    expect(recovery.jobs).toEqual([]);
  });

  test('F7 is counted with its whole /64', async () => {
    const groups: string[] = [];
    const burst = { allows: async (key: string) => groups.push(key) > 0 };
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', null]) {
      await requestReset({ ...recovery.deps, burst }, { identifier: 'maria', country: 'GB', address, locale: 'en' });
    }
    expect(groups).toEqual(['reset|2001:db8:1:2::/64', 'reset|2001:db8:1:2::/64', 'reset|unknown']);
  });

  test('beyond the burst limit stops there', async () => {
    const burst = { allows: async () => false };
    const outcome = await requestReset(
      { ...recovery.deps, burst },
      { identifier: 'maria', country: 'GB', address: null, locale: 'en' },
    );
    expect(outcome).toEqual({ type: 'burst' });
    expect(recovery.log).toEqual([]);
  });
});

describe('the lock', () => {
  test('F1 answers the sixth request with its end, and queues nothing', async () => {
    await askTimes(5);
    expect(await ask()).toEqual({ type: 'locked', until: recovery.clock.now() + HOUR });
    expect(recovery.jobs).toHaveLength(5);
  });

  test('A7 is the same for an identifier that nobody has', async () => {
    await askTimes(5);
    await askTimes(5, 'nobody');
    expect(await observe('nobody')).toEqual(await observe('maria'));
    expect(await observe('nobody')).toEqual(await observe('maria'));
  });

  test('is copied near the visitors once, and the gate is left alone from then on', async () => {
    await askTimes(6);
    expect(recovery.log.filter((call) => call === 'locks.put')).toHaveLength(1);
    const { outcome, calls } = await observe('maria');
    expect(outcome).toEqual({ type: 'locked', until: recovery.clock.now() + HOUR });
    expect(calls).toEqual(['burst.allows', 'locks.find']);
  });

  test('is kept under a name that tells nothing', async () => {
    await askTimes(6);
    const [name, value] = [...recovery.kv.entries][0] ?? [];
    expect(name).toMatch(/^l:[\w-]{43}$/);
    expect(JSON.parse(value ?? '')).toEqual({ until: recovery.clock.now() + HOUR });
    expect(recovery.kv.lifetimes.get(name ?? '')).toBe(3600);
  });

  test('F2 ends by itself, although its copy is still there', async () => {
    await askTimes(6);
    recovery.clock.advance(HOUR - 1);
    expect((await ask()).type).toBe('locked');
    recovery.clock.advance(1);
    expect(recovery.kv.entries.size).toBe(1);
    expect(await ask()).toEqual({ type: 'accepted' });
  });

  test('F3 does not move when it is tried', async () => {
    await askTimes(6);
    const until = recovery.clock.now() + HOUR;
    recovery.clock.advance(HOUR / 2);
    expect(await askTimes(10)).toEqual(Array(10).fill({ type: 'locked', until }));
  });

  test.each(['', 'garbage', '{}', '{"until":null}', '{"until":"later"}', '{"until":1e15}', 'null'])(
    'that is damaged, such as %j, locks nobody out',
    async (value) => {
      await askTimes(6);
      recovery.clock.advance(HOUR);
      for (const name of recovery.kv.entries.keys()) recovery.kv.entries.set(name, value);
      expect(await ask()).toEqual({ type: 'accepted' });
    },
  );

  test('F8 is the only thing that is ever written to KV', async () => {
    for (let stranger = 0; stranger < 50; stranger += 1) await ask(`stranger-${stranger}`);
    await askTimes(5);
    expect(recovery.kv.entries.size).toBe(0);
  });
});

describe('when a part fails', () => {
  const failure = (part: string, during: string) => ({ event: 'part.failed', part, during });

  test('F9 without the burst limit the gate still decides', async () => {
    recovery.fail('burst.allows');
    expect(await askTimes(5)).toEqual(Array(5).fill({ type: 'accepted' }));
    expect((await ask()).type).toBe('locked');
    expect(recovery.events).toContainEqual(failure('burst-limit', 'count-address'));
  });

  test('F9 without the lock store the gate still decides', async () => {
    recovery.kv.fail();
    expect(await askTimes(5)).toEqual(Array(5).fill({ type: 'accepted' }));
    expect(await askTimes(2)).toEqual(Array(2).fill({ type: 'locked', until: recovery.clock.now() + HOUR }));
    expect(recovery.events).toContainEqual(failure('lock-store', 'read-lock'));
    expect(recovery.events).toContainEqual(failure('lock-store', 'write-lock'));
  });

  test('F9 without the gate nobody is served, known or not, and nothing is queued', async () => {
    recovery.fail('gate.admit');
    expect(await observe('nobody')).toEqual(await observe('maria'));
    expect(await ask()).toEqual({ type: 'unavailable' });
    expect(recovery.jobs).toEqual([]);
    expect(recovery.events).toContainEqual(failure('gate', 'admit'));
  });

  test('F9 without the queue nothing is promised, and the same form may be sent again', async () => {
    recovery.fail('queue.send');
    expect(await ask('maria', 'same-nonce')).toEqual({ type: 'unavailable' });
    expect(recovery.events).toContainEqual(failure('queue', 'enqueue'));
    recovery.work('queue.send');
    expect(await ask('maria', 'same-nonce')).toEqual({ type: 'accepted' });
    expect(recovery.jobs).toHaveLength(1);
    expect(await askTimes(4)).toEqual(Array(4).fill({ type: 'accepted' }));
  });
});

describe('events', () => {
  test('tell what happened and hold nothing that was typed', async () => {
    await askTimes(7, 'Secret.Name@example.org');
    await ask('Secret Name');
    expect(recovery.eventNames()).toEqual([
      ...Array(5).fill(['reset.requested', 'reset.admitted']).flat(),
      ...Array(2).fill(['reset.requested', 'reset.locked']).flat(),
      ...['reset.requested', 'reset.refused'],
    ]);
    expect(JSON.stringify(recovery.events)).not.toMatch(/secret|example|192\.0\.2/i);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { type CodeEntry, type CodeResult, enterCode, findPending } from '../../../functions/recovery/enter-code';
import { inspectLink } from '../../../functions/recovery/inspect-link';
import type { CodeJob } from '../../../functions/recovery/jobs';
import { requestReset } from '../../../functions/recovery/request-reset';
import { sendCode } from '../../../functions/recovery/send-code';
import { codeIn, createRecovery, maria, type Recovery } from '../../fakes/recovery';

const MINUTE = 60_000;
const KNOWN = '07400 123456';
const UNKNOWN = '07400 999999';

let recovery: Recovery;
let nonces = 0;

beforeEach(() => {
  recovery = createRecovery([{ ...maria, phone: '+447400123456' }]);
});

/** Asks for a code; it is sent where somebody has the number. */
async function ask(text = KNOWN): Promise<string> {
  nonces += 1;
  const outcome = await requestReset(recovery.deps, {
    identifier: text,
    country: 'GB',
    nonce: `nonce-${nonces}`,
    address: null,
    locale: 'en',
  });
  if (outcome.type !== 'accepted' || outcome.pending === undefined) throw new TypeError(outcome.type);
  await sendCode(recovery.deps, recovery.jobs.at(-1) as CodeJob, 1);
  recovery.log.length = 0;
  return outcome.pending;
}

const enter = (entry: Partial<CodeEntry>) =>
  enterCode(recovery.deps, { code: '000000', country: 'GB', address: '192.0.2.1', locale: 'en', ...entry });

/** Nobody draws this one: the code that was sent, with its last digit changed. */
const wrong = () => {
  const code = codeIn(recovery.texts.at(-1)) || '123456';
  return `${code.slice(0, 5)}${(Number(code[5]) + 1) % 10}`;
};

/** A result without what differs from one number to another. */
const visible = (result: CodeResult) => {
  if (result.type !== 'refused') return result;
  const { pending, ...rest } = result;
  return { ...rest, hasPending: pending !== undefined, sealedLength: pending?.sealed.length };
};

describe('the right code', () => {
  test('opens the link that was made for it', async () => {
    const pending = await ask();
    const result = await enter({ pending, code: codeIn(recovery.texts[0]) });
    if (result.type !== 'matched') throw new TypeError(result.type);
    expect(await inspectLink(recovery.deps, result.token)).toEqual({ type: 'open', flow: result.flow });
  });

  test('E1 works once', async () => {
    const pending = await ask();
    const code = codeIn(recovery.texts[0]);
    await enter({ pending, code });
    expect(await enter({ pending, code })).toMatchObject({ problems: ['code-wrong'] });
  });

  test('F4 works while its number is locked', async () => {
    const pending = await ask();
    for (let count = 0; count < 5; count += 1) {
      await requestReset(recovery.deps, { identifier: KNOWN, country: 'GB', address: null, locale: 'en' });
    }
    expect(recovery.eventNames()).toContain('reset.locked');
    expect((await enter({ pending, code: codeIn(recovery.texts[0]) })).type).toBe('matched');
  });

  test('works on another device, with the number', async () => {
    await ask();
    const result = await enter({ identifier: '+44 7400 123456', country: 'JP', code: codeIn(recovery.texts[0]) });
    expect(result.type).toBe('matched');
  });
});

describe('a wrong code', () => {
  test('E10 leaves four tries, three, two, one, and then none, not even for the right one', async () => {
    const pending = await ask();
    const results = [];
    for (let count = 0; count < 5; count += 1) results.push(await enter({ pending, code: wrong() }));
    expect(results.map((result) => result.type === 'refused' && [result.problems, result.triesLeft])).toEqual([
      [['code-wrong'], 4],
      [['code-wrong'], 3],
      [['code-wrong'], 2],
      [['code-wrong'], 1],
      [['code-exhausted'], undefined],
    ]);
    expect(await enter({ pending, code: codeIn(recovery.texts[0]) })).toMatchObject({ problems: ['code-exhausted'] });
  });

  test('E10 is not counted when it cannot be a code', async () => {
    const pending = await ask();
    for (const code of ['', '  ', '12345', 'abc']) {
      const problem = code.trim() === '' ? 'code-missing' : 'code-malformed';
      expect(await enter({ pending, code })).toMatchObject({ problems: [problem], pending: { typed: KNOWN } });
    }
    expect(recovery.log).toEqual([]);
    expect((await enter({ pending, code: codeIn(recovery.texts[0]) })).type).toBe('matched');
  });

  test('is expired after ten minutes, whatever it is', async () => {
    const pending = await ask();
    recovery.clock.advance(10 * MINUTE - 1);
    expect(await enter({ pending, code: wrong() })).toMatchObject({ problems: ['code-wrong'] });
    recovery.clock.advance(1);
    for (const code of [wrong(), codeIn(recovery.texts[0])]) {
      expect(await enter({ pending, code })).toMatchObject({ problems: ['code-expired'] });
    }
  });
});

describe('a number that nobody has', () => {
  test('A1 A8 gets the same answers, and the same calls are awaited', async () => {
    const watch = async (number: string) => {
      const pending = await ask(number);
      const seen = [];
      for (let count = 0; count < 7; count += 1) seen.push(visible(await enter({ pending, code: wrong() })));
      recovery.clock.advance(10 * MINUTE);
      seen.push(visible(await enter({ pending, code: wrong() })));
      return { seen, calls: [...recovery.log] };
    };
    expect(await watch(UNKNOWN)).toEqual(await watch(KNOWN));
  });

  test('A1 A8 gets them on another device too', async () => {
    const watch = async (identifier: string) => {
      recovery.log.length = 0;
      const seen = [];
      for (let count = 0; count < 7; count += 1) seen.push(visible(await enter({ identifier, code: '123450' })));
      return { seen, calls: [...recovery.log] };
    };
    expect(await watch(UNKNOWN)).toEqual(await watch(KNOWN));
    expect(recovery.accounts.calls).toEqual([]);
  });
});

describe('a visitor whose browser kept nothing', () => {
  test('is asked for the number, and told at once of all that is missing', async () => {
    expect(await enter({ code: '' })).toEqual({
      type: 'refused',
      problems: ['identifier-phone-needed', 'code-missing'],
    });
    for (const identifier of ['maria', 'maria@example.org', '07400', '4711', '07400 123456 ext 1']) {
      expect(await enter({ identifier })).toEqual({ type: 'refused', problems: ['identifier-phone-needed'] });
    }
    expect(await enter({ identifier: KNOWN, code: 'abc' })).toEqual({ type: 'refused', problems: ['code-malformed'] });
    expect(recovery.log).toEqual([]);
  });

  test('has tries of their own, which go on with what the form then holds', async () => {
    await ask();
    const first = await enter({ identifier: KNOWN, code: wrong() });
    expect(first).toMatchObject({ problems: ['code-wrong'], triesLeft: 4, pending: { number: '+44 7400 123456' } });
    const pending = first.type === 'refused' ? first.pending?.sealed : undefined;
    expect(await enter({ pending, code: wrong() })).toMatchObject({ triesLeft: 3 });
    expect((await enter({ pending, code: codeIn(recovery.texts[0]) })).type).toBe('matched');
  });

  test('cannot try without limit: each begin counts as a request for the number', async () => {
    for (let count = 0; count < 5; count += 1) expect((await enter({ identifier: KNOWN })).type).toBe('refused');
    expect(await enter({ identifier: KNOWN })).toEqual({ type: 'locked', until: recovery.clock.now() + 60 * MINUTE });
    expect(recovery.jobs).toEqual([]);
  });

  test.each(['', 'garbage', 'A'.repeat(300)])('is one whose cookie is %j', async (pending) => {
    expect(await enter({ pending, code: '000000' })).toMatchObject({ problems: ['identifier-phone-needed'] });
    expect(await findPending(recovery.deps, pending)).toBeUndefined();
  });
});

describe('the page', () => {
  test('may show what was typed, and the number to be read', async () => {
    const sealed = await ask('07400123456');
    expect(await findPending(recovery.deps, sealed)).toEqual({
      typed: '07400123456',
      country: 'GB',
      request: expect.stringMatching(/^nonce-/),
      number: '+44 7400 123456',
      canBeUsername: true,
      sealed,
    });
  });
});

describe('when a part fails', () => {
  test('F9 without the gate nobody is served, known or not', async () => {
    const [known, unknown] = [await ask(KNOWN), await ask(UNKNOWN)];
    recovery.fail('gate.tryCode');
    const results = [await enter({ pending: known }), await enter({ pending: unknown })].map(visible);
    expect(results[0]).toMatchObject({ problems: ['unavailable'] });
    expect(results[1]).toEqual(results[0]);
    expect(recovery.events.at(-1)).toEqual({ event: 'part.failed', part: 'gate', during: 'try-code' });
  });

  test('F9 without the burst limit the gate still counts', async () => {
    const pending = await ask();
    recovery.fail('burst.allows');
    expect(await enter({ pending, code: wrong() })).toMatchObject({ triesLeft: 4 });
  });

  test('beyond the burst limit no try is counted', async () => {
    const pending = await ask();
    const deps = { ...recovery.deps, burst: { allows: async () => false } };
    const entry = { code: wrong(), pending, country: 'GB', address: null, locale: 'en' } as const;
    expect(await enterCode(deps, entry)).toMatchObject({ problems: ['burst'] });
    expect(await enter({ pending, code: wrong() })).toMatchObject({ triesLeft: 4 });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGateLogic } from '../../../functions/recovery/gate-logic';
import type { AdmittedKey, FlowKey } from '../../../functions/recovery/gate-port';
import { createFakeSql } from '../../fakes/sql';
import { createGateModel, type GateModel } from './gate-model';

const HOUR = 3_600_000;

/** Few names and many meetings: every interleaving that matters is short. */
const identifier = fc.constantFrom('i1', 'i1', 'i1', 'i2');
const account = fc.constantFrom('a1', 'a1', 'a1', 'a2');
const flowNumber = fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(7) });
const flow = fc
  .tuple(account, flowNumber)
  .map(([owner, number]): FlowKey => ({ account: owner, flow: `${owner}-f${number}` }));
const code = fc.constantFrom('c1', 'c2');
/** How far back: mostly the last one. */
const pick = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) });

type RedemptionStep = 'peek' | 'reserve' | 'commit' | 'release';

type Step =
  | { readonly type: 'admit'; readonly identifier: string; readonly nonce: number }
  | { readonly type: 'allowMail' | 'issue'; readonly flow: FlowKey }
  | { readonly type: 'revokeAll'; readonly account: string }
  | { readonly type: 'issueCode' | 'tryCode'; readonly pick: number; readonly code: string }
  | { readonly type: 'advance'; readonly milliseconds: number }
  | { readonly type: 'purge' }
  | {
      readonly type: RedemptionStep;
      readonly flow: FlowKey;
      readonly seconds: number;
      /** Which lease of those that were given out; `isMine`: with its own flow, and not with another. */
      readonly pick: number;
      readonly isMine: boolean;
    };

const isMine = fc.nat(4).map((chance) => chance > 0);
const seconds = fc.constantFrom(1, 60);
const milliseconds = fc.constantFrom(1, 1, 999, 1000, 59_999, 60_000, 599_999, HOUR / 2, HOUR - 1, HOUR);
const redemption = (type: RedemptionStep) => fc.record({ type: fc.constant(type), flow, seconds, pick, isMine });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('admit' as const), identifier, nonce: fc.nat(6) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('allowMail' as const), flow }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('issue' as const), flow }) },
  { weight: 2, arbitrary: redemption('peek') },
  { weight: 4, arbitrary: redemption('reserve') },
  { weight: 3, arbitrary: redemption('commit') },
  { weight: 2, arbitrary: redemption('release') },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('revokeAll' as const), account }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('issueCode' as const), pick, code }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('tryCode' as const), pick, code }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('advance' as const), milliseconds }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('purge' as const) }) },
);

/** What belongs together is often taken together, or nothing would ever be redeemed. */
const scene: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: step.map((only) => [only]) },
  {
    weight: 1,
    arbitrary: flow.map((key) => [
      { type: 'allowMail' as const, flow: key },
      { type: 'issue' as const, flow: key },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(redemption('reserve'), redemption('commit'), step)
      .map(([reserve, commit, between]) => [reserve, between, { ...commit, pick: 0, isMine: true }]),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ type: fc.constant('admit' as const), identifier, nonce: fc.nat(20) }), {
      size: 'small',
    }),
  },
);

/** What happened, as the gate said it. */
interface History {
  readonly admitted: { readonly identifier: string; readonly at: number }[];
  readonly locks: { readonly identifier: string; readonly at: number; readonly until: number }[];
  readonly mails: {
    readonly account: string;
    readonly flow: string;
    readonly generation: number;
    readonly at: number;
  }[];
  readonly leases: { readonly key: FlowKey; readonly lease: string }[];
  readonly redeemed: { readonly generation: number | undefined; readonly lease: string }[];
}

function createRun() {
  const model = createGateModel();
  let leases = 0;
  const newLease = () => {
    leases += 1;
    return `lease-${leases}`;
  };
  const gate = createGateLogic(createFakeSql(), model, { newLease });
  const history: History = { admitted: [], locks: [], mails: [], leases: [], redeemed: [] };
  return { model, gate, history };
}

type Run = ReturnType<typeof createRun>;

const admission = (model: GateModel, at: number): AdmittedKey =>
  model.requests().at(-1 - at) ?? { identifier: 'i1', request: 'never', admittedAt: 0 };

/** Does one step on both, expects the same verdict, and writes down what the gate said. */
function take(run: Run, next: Step): void {
  const { model, gate, history } = run;
  const at = model.now();
  switch (next.type) {
    case 'admit': {
      const key = { identifier: next.identifier, request: `n${next.nonce}` };
      const verdict = gate.admit(key);
      expect(verdict).toEqual(model.admit(key));
      if (verdict.type === 'locked') history.locks.push({ identifier: key.identifier, at, until: verdict.until });
      else if (!verdict.repeated) history.admitted.push({ identifier: key.identifier, at });
      break;
    }
    case 'allowMail': {
      const verdict = gate.allowMail(next.flow);
      expect(verdict.type).toBe(model.allowMail(next.flow).type);
      if (verdict.type === 'allowed') history.mails.push({ ...next.flow, generation: verdict.generation, at });
      break;
    }
    case 'issue':
      expect(gate.issue(next.flow, at + HOUR)).toEqual(model.issue(next.flow, at + HOUR));
      break;
    case 'revokeAll':
      gate.revokeAll(next.account);
      model.revokeAll(next.account);
      break;
    case 'issueCode': {
      const key = admission(model, next.pick);
      expect(gate.issueCode(key, next.code)).toEqual(model.issueCode(key, next.code));
      break;
    }
    case 'tryCode': {
      const key = admission(model, next.pick);
      expect(gate.tryCode(key, next.code)).toEqual(model.tryCode(key, next.code));
      break;
    }
    case 'advance':
      model.advance(next.milliseconds);
      break;
    case 'purge':
      gate.purge();
      model.purge();
      break;
    default:
      redeem(run, next);
  }
}

/** The steps of a redemption. */
function redeem({ model, gate, history }: Run, next: Extract<Step, { type: RedemptionStep }>): void {
  const held = history.leases.at(-1 - next.pick);
  const lease = held?.lease ?? 'never';
  const key = held && next.isMine ? held.key : next.flow;
  switch (next.type) {
    case 'peek':
      expect(gate.peek(next.flow)).toEqual(model.peek(next.flow));
      break;
    case 'reserve': {
      const verdict = gate.reserve(next.flow, next.seconds);
      expect(verdict).toEqual(model.reserve(next.flow, next.seconds));
      if (verdict.type === 'reserved') history.leases.push({ key: next.flow, lease: verdict.lease });
      break;
    }
    case 'commit': {
      const verdict = gate.commit(key, lease);
      expect(verdict).toEqual(model.commit(key, lease));
      if (verdict.type === 'committed') history.redeemed.push({ generation: generationOf(history, key), lease });
      break;
    }
    case 'release':
      gate.release(key, lease);
      model.release(key, lease);
  }
}

function generationOf(history: History, key: FlowKey): number | undefined {
  return history.mails.findLast((mail) => mail.flow === key.flow)?.generation;
}

/** The most of these moments that lie within one hour. */
function mostInAnHour(moments: readonly number[]): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => from <= at && at < from + HOUR).length));
}

/** The moments of each owner. */
function momentsBy<Item extends { readonly at: number }>(
  items: readonly Item[],
  ownerOf: (item: Item) => string,
): number[][] {
  return [...Map.groupBy(items, ownerOf).values()].map((group) => group.map(({ at }) => at));
}

const steps = fc.array(scene, { minLength: 20, maxLength: 80 }).map((scenes) => scenes.flat());
const TIMEOUT = 60_000;

function play(taken: readonly Step[]): History {
  const run = createRun();
  for (const next of taken) take(run, next);
  return run.history;
}

test(
  'E1 E5 E9 E10 F2 F3 G2 in every order of steps the gate says what the plain model says',
  () => {
    fc.assert(
      fc.property(steps, (taken) => {
        play(taken);
      }),
      { numRuns: 300 },
    );
  },
  TIMEOUT,
);

test(
  'E9 in every order of steps a flow is redeemed under one lease at most',
  () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { redeemed } = play(taken);
        for (const same of Map.groupBy(redeemed, ({ generation }) => generation).values()) {
          expect(new Set(same.map(({ lease }) => lease)).size).toBe(1);
        }
      }),
      { numRuns: 100 },
    );
  },
  TIMEOUT,
);

test(
  'F1 F5 in every order of steps no hour holds more than five requests of an identifier or mails of an account',
  () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { admitted, mails } = play(taken);
        const firstMails = mails.filter(
          (mail, at) => mails.findIndex(({ generation }) => generation === mail.generation) === at,
        );
        for (const moments of momentsBy(admitted, ({ identifier: name }) => name))
          expect(mostInAnHour(moments)).toBeLessThanOrEqual(5);
        for (const moments of momentsBy(firstMails, ({ account: name }) => name))
          expect(mostInAnHour(moments)).toBeLessThanOrEqual(5);
        const generations = firstMails.map(({ generation }) => generation);
        expect(generations).toEqual(generations.toSorted((one, other) => one - other));
      }),
      { numRuns: 100 },
    );
  },
  TIMEOUT,
);

test(
  'F3 in every order of steps a lock is an hour long, and never longer',
  () => {
    fc.assert(
      fc.property(steps, (taken) => {
        for (const lock of play(taken).locks) {
          expect(lock.until).toBeGreaterThan(lock.at);
          expect(lock.until - lock.at).toBeLessThanOrEqual(HOUR);
        }
      }),
      { numRuns: 100 },
    );
  },
  TIMEOUT,
);

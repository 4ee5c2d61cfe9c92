import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGateLogic } from '../../../functions/recovery/gate-logic';
import type { AdmittedKey, FlowKey } from '../../../functions/recovery/gate-port';
import { createFakeSql } from '../../fakes/sql';
import { createGateModel, type GateModel } from './gate-model';
import { type RedemptionStep, type Step, steps } from './gate-steps';

const HOUR = 3_600_000;

/** What happened, as the gate said it. */
interface History {
  readonly admitted: { readonly identifier: string; readonly at: number }[];
  readonly locks: { readonly identifier: string; readonly at: number; readonly until: number }[];
  readonly mails: {
    readonly account: string;
    readonly flow: string;
    readonly generation: number;
    readonly askedAt: number;
    readonly at: number;
  }[];
  /** Flows that took the place of all others: their mail goes out whatever went before. */
  readonly replacements: { readonly flow: string; readonly askedAt: number }[];
  readonly leases: { readonly key: FlowKey; readonly lease: string }[];
  /** By the mail that they came with. */
  readonly redeemed: { readonly mail: string; readonly lease: string }[];
}

function createRun() {
  const model = createGateModel();
  let leases = 0;
  const newLease = () => {
    leases += 1;
    return `lease-${leases}`;
  };
  const gate = createGateLogic(createFakeSql(), model, { newLease });
  const history: History = { admitted: [], locks: [], mails: [], replacements: [], leases: [], redeemed: [] };
  return { model, gate, history, askedAt: new Map<string, number>() };
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
      const askedAt = run.askedAt.get(next.flow.flow) ?? at - next.late;
      run.askedAt.set(next.flow.flow, askedAt);
      const verdict = gate.allowMail(next.flow, askedAt);
      expect(verdict.type).toBe(model.allowMail(next.flow, askedAt).type);
      if (verdict.type === 'allowed') history.mails.push({ ...next.flow, generation: verdict.generation, askedAt, at });
      break;
    }
    case 'issue':
      expect(gate.issue(next.flow, at + HOUR)).toEqual(model.issue(next.flow, at + HOUR));
      break;
    case 'replaceAll': {
      const verdict = gate.replaceAll(next.flow);
      expect(verdict).toEqual(model.replaceAll(next.flow));
      run.askedAt.set(next.flow.flow, verdict.askedAt);
      if (!isMailed(history, { ...next.flow, ...verdict })) history.replacements.push({ ...next.flow, ...verdict });
      break;
    }
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
      if (verdict.type === 'committed') history.redeemed.push({ mail: mailOf(history, key), lease });
      break;
    }
    case 'release':
      gate.release(key, lease);
      model.release(key, lease);
  }
}

function isMailed({ mails }: History, { flow, askedAt }: { readonly flow: string; readonly askedAt: number }): boolean {
  return mails.some((mail) => mail.flow === flow && mail.askedAt === askedAt);
}

function mailOf(history: History, { account: owner, flow: name }: FlowKey): string {
  return `${owner}|${history.mails.findLast((mail) => mail.flow === name)?.generation}`;
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
        for (const same of Map.groupBy(redeemed, ({ mail }) => mail).values()) {
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
        const { admitted, mails, replacements } = play(taken);
        const capped = mails.filter(
          ({ flow, askedAt }) => !replacements.some((each) => each.flow === flow && each.askedAt === askedAt),
        );
        const firstMails = capped.filter(
          (mail, at) =>
            capped.findIndex(({ flow: name, generation }) => name === mail.flow && generation === mail.generation) ===
            at,
        );
        for (const moments of momentsBy(admitted, ({ identifier: name }) => name))
          expect(mostInAnHour(moments)).toBeLessThanOrEqual(5);
        for (const moments of momentsBy(firstMails, ({ account: name }) => name))
          expect(mostInAnHour(moments)).toBeLessThanOrEqual(5);
      }),
      { numRuns: 100 },
    );
  },
  TIMEOUT,
);

test(
  'E5 in every order of steps, and however late, the generations of an account follow the order of asking',
  () => {
    fc.assert(
      fc.property(steps, (taken) => {
        for (const mails of Map.groupBy(play(taken).mails, ({ account: name }) => name).values()) {
          for (const one of mails) {
            for (const other of mails)
              if (one.askedAt < other.askedAt) expect(one.generation).toBeLessThan(other.generation);
          }
        }
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

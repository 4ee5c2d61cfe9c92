/** The gate in plain words, over lists of what has happened: nothing is indexed, numbered or counted ahead. */
import type { AdmittedKey, FlowKey, RequestKey } from '../../../functions/recovery/gate-port';

const HOUR = 3_600_000;
const MINUTE = 60_000;

interface Request extends AdmittedKey {
  repeats: number;
  tries: number;
  code?: string;
  isCodeUsed?: boolean;
}

interface Flow extends FlowKey {
  readonly at: number;
  readonly askedAt: number;
  expires?: number;
  isUsed: boolean;
  isVoid: boolean;
  lease?: { readonly name: string; readonly until: number };
}

export function createGateModel() {
  let now = Date.UTC(2026, 9, 1, 12);
  let leases = 0;
  let requests: Request[] = [];
  const locks: { readonly identifier: string; readonly from: number }[] = [];
  let flows: Flow[] = [];
  /** What was asked for before these moments is void, though it is not known yet. */
  const voids: { readonly account: string; readonly before: number }[] = [];

  const findFlow = ({ account, flow }: FlowKey) => flows.find((each) => each.flow === flow && each.account === account);
  const findRequest = (key: AdmittedKey) =>
    requests.find(
      (each) =>
        each.identifier === key.identifier && each.request === key.request && each.admittedAt === key.admittedAt,
    );
  const stateOf = (flow: Flow | undefined) => {
    if (flow === undefined) return { type: 'expired' };
    if (flow.isUsed) return { type: 'used' };
    if (flow.isVoid) return { type: 'superseded' };
    return { type: flow.expires !== undefined && now < flow.expires ? 'live' : 'expired' };
  };
  const isVoid = (account: string, askedAt: number) =>
    voids.some((each) => each.account === account && askedAt < each.before);
  /** Everything of the account that was asked for by now. */
  const voidAll = (account: string) => {
    voids.push({ account, before: now + 1 });
    for (const flow of flows) if (flow.account === account) flow.isVoid = true;
  };
  /** What was asked for before; within a millisecond, what came before. */
  const voidOlder = (than: Flow) => {
    voids.push({ account: than.account, before: than.askedAt });
    for (const [at, flow] of flows.entries()) {
      const isOlder = flow.askedAt === than.askedAt ? at < flows.indexOf(than) : flow.askedAt < than.askedAt;
      if (flow.account === than.account && isOlder) flow.isVoid = true;
    }
  };

  return {
    now: () => now,
    requests: () => requests as readonly AdmittedKey[],
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
    admit({ identifier, request }: RequestKey) {
      const lock = locks.find((each) => each.identifier === identifier && now < each.from + HOUR);
      if (lock) return { type: 'locked', until: lock.from + HOUR, isNew: false };
      const mine = requests.filter((each) => each.identifier === identifier);
      const first = mine.find(
        (each) => each.request === request && now < each.admittedAt + MINUTE && each.repeats < 20,
      );
      if (first) {
        first.repeats += 1;
        return { type: 'admitted', admittedAt: first.admittedAt, repeated: true };
      }
      if (mine.filter((each) => now < each.admittedAt + HOUR).length >= 5) {
        locks.push({ identifier, from: now });
        return { type: 'locked', until: now + HOUR, isNew: true };
      }
      requests.push({ identifier, request, admittedAt: now, repeats: 0, tries: 0 });
      return { type: 'admitted', admittedAt: now, repeated: false };
    },
    /** Without the generation, which only has to follow the order of asking. */
    allowMail(key: FlowKey, askedAt: number) {
      if (findFlow(key)) return { type: 'allowed' };
      if (isVoid(key.account, askedAt)) return { type: 'superseded' };
      const recent = flows.filter((each) => each.account === key.account && now < each.at + HOUR);
      if (recent.length >= 5) return { type: 'capped' };
      flows.push({ ...key, at: now, askedAt, isUsed: false, isVoid: false });
      return { type: 'allowed' };
    },
    issue(key: FlowKey, expires: number) {
      const flow = findFlow(key);
      if (flow === undefined || flow.isUsed || flow.isVoid) return { type: 'superseded' };
      flow.expires = Math.max(flow.expires ?? 0, expires);
      voidOlder(flow);
      return { type: 'issued' };
    },
    peek: (key: FlowKey) => stateOf(findFlow(key)),
    reserve(key: FlowKey, leaseSeconds: number) {
      const flow = findFlow(key);
      const state = stateOf(flow);
      if (flow === undefined || state.type !== 'live') return state;
      if (flow.lease && now < flow.lease.until) return { type: 'busy' };
      leases += 1;
      flow.lease = { name: `lease-${leases}`, until: now + leaseSeconds * 1000 };
      return { type: 'reserved', lease: flow.lease.name };
    },
    commit(key: FlowKey, lease: string) {
      const flow = findFlow(key);
      if (flow?.lease?.name !== lease) return { type: 'lost' };
      if (!flow.isUsed) voidAll(key.account);
      flow.isUsed = true;
      return { type: 'committed' };
    },
    release(key: FlowKey, lease: string) {
      const flow = findFlow(key);
      if (flow?.lease?.name === lease && !flow.isUsed) flow.lease = undefined;
    },
    replaceAll(key: FlowKey) {
      const known = findFlow(key);
      if (known) return { askedAt: known.askedAt };
      voidAll(key.account);
      const mine = flows.filter((each) => each.account === key.account);
      const askedAt = Math.max(now, ...mine.map((each) => each.askedAt)) + 1;
      flows.push({ ...key, at: now, askedAt, isUsed: false, isVoid: false });
      return { askedAt };
    },
    issueCode(key: AdmittedKey, code: string) {
      const request = findRequest(key);
      if (request === undefined) return { type: 'superseded' };
      const mine = requests.filter((each) => each.identifier === key.identifier);
      const older = mine.slice(0, mine.indexOf(request));
      const newer = mine.slice(older.length + 1);
      if (newer.some((each) => each.code !== undefined)) return { type: 'superseded' };
      for (const each of older) each.code = undefined;
      const repeated = request.code === code;
      request.code = code;
      return { type: 'issued', repeated };
    },
    tryCode(key: AdmittedKey, code: string) {
      const request = findRequest(key);
      if (request === undefined || now >= request.admittedAt + 10 * MINUTE) return { type: 'expired' };
      request.tries += 1;
      if (request.tries > 5) return { type: 'exhausted' };
      const match = requests.find(
        (each) =>
          each.identifier === key.identifier &&
          each.code === code &&
          !each.isCodeUsed &&
          now < each.admittedAt + 10 * MINUTE,
      );
      if (match === undefined) return { type: 'wrong', triesLeft: 5 - request.tries };
      match.isCodeUsed = true;
      return { type: 'match', request: match.request, admittedAt: match.admittedAt };
    },
    /** Forgets what neither counts nor can change a password. */
    purge() {
      requests = requests.filter((each) => now < each.admittedAt + HOUR);
      flows = flows.filter(
        (each) => now < each.at + HOUR || now < (each.expires ?? 0) || (!each.isUsed && now < (each.lease?.until ?? 0)),
      );
    },
  };
}

export type GateModel = ReturnType<typeof createGateModel>;

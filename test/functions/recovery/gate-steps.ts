/** What can happen at the gate, in every order. */
import fc from 'fast-check';
import type { FlowKey } from '../../../functions/recovery/gate-port';

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

export type RedemptionStep = 'peek' | 'reserve' | 'commit' | 'release';

export type Step =
  | { readonly type: 'admit'; readonly identifier: string; readonly nonce: number }
  /** How long the job of a flow that is new had to wait. */
  | { readonly type: 'allowMail'; readonly flow: FlowKey; readonly late: number }
  | { readonly type: 'issue' | 'replaceAll'; readonly flow: FlowKey }
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
const late = fc.constantFrom(0, 0, 0, 1, 1000, HOUR / 2, HOUR, 3 * HOUR);
const redemption = (type: RedemptionStep) => fc.record({ type: fc.constant(type), flow, seconds, pick, isMine });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('admit' as const), identifier, nonce: fc.nat(6) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('allowMail' as const), flow, late }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('issue' as const), flow }) },
  { weight: 2, arbitrary: redemption('peek') },
  { weight: 4, arbitrary: redemption('reserve') },
  { weight: 3, arbitrary: redemption('commit') },
  { weight: 2, arbitrary: redemption('release') },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('replaceAll' as const), flow }) },
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
    arbitrary: fc.tuple(flow, late).map(([key, wait]) => [
      { type: 'allowMail' as const, flow: key, late: wait },
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
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ type: fc.constant('tryCode' as const), pick: fc.constant(0), code }), {
      minLength: 4,
      maxLength: 8,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(account, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 6 }))
      .map(([owner, numbers]) =>
        numbers.map((number) => ({
          type: 'allowMail' as const,
          flow: { account: owner, flow: `${owner}-f${number}` },
          late: 0,
        })),
      ),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('admit' as const), identifier, nonce: fc.nat(6) }).map(often) },
  { weight: 1, arbitrary: flow.map(redeemLate) },
);

/** More often than a form may come again. */
function often(step: Step): Step[] {
  return Array<Step>(22).fill(step);
}

/** A link whose time ends, and that is swept for, while its password is being set. */
function redeemLate(key: FlowKey): Step[] {
  const held = { flow: key, seconds: 60, pick: 0, isMine: true };
  return [
    { type: 'allowMail', flow: key, late: 0 },
    { type: 'issue', flow: key },
    { type: 'advance', milliseconds: HOUR - 1 },
    { type: 'reserve', ...held },
    { type: 'advance', milliseconds: 1000 },
    { type: 'purge' },
    { type: 'commit', ...held },
  ];
}

export const steps = fc.array(scene, { minLength: 20, maxLength: 80 }).map((scenes) => scenes.flat());

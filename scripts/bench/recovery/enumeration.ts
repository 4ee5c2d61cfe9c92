/** Identifiers with an account against identifiers without one: bytes, awaited calls, and the time until the answer. */
import { randomUUID } from 'node:crypto';
import { requestReset } from '../../../functions/recovery/request-reset';
import { createRecovery, maria } from '../../../test/fakes/recovery';
import { range } from './in-flight';
import { exactly, join, type Proof } from './proof';
import { RESET_PATH, type SiteUnderLoad } from './site-under-load';
import { median, welchT } from './statistics';

/** ISO/IEC 17825: two samples whose t is larger differ. */
const T_MAX = 4.5;

/** Fewer answers are too few for a verdict on time. */
const SAMPLES_MIN = 500;

interface Answer {
  readonly isKnown: boolean;
  readonly milliseconds: number;
  /** Status, headers and body, without the date. */
  readonly bytes: string;
}

/** The queue is held meanwhile: on the platform its consumer runs elsewhere, and nobody waits for it. */
export async function proveNoEnumeration(site: SiteUnderLoad, perArm: number): Promise<Proof> {
  const known = await site.addAccounts(perArm);
  const unknown = range(perArm).map(() => `visitor-${randomUUID()}`);
  const identifiers = shuffle([
    ...known.map((identifier) => ({ identifier, isKnown: true })),
    ...unknown.map((identifier) => ({ identifier, isKnown: false })),
  ]);
  site.queue.hold();
  const answers: Answer[] = [];
  for (const { identifier, isKnown } of identifiers) answers.push(await ask(site, identifier, isKnown));
  site.deliver();
  await site.queue.settle();
  const title = `Known against unknown identifiers, ${perArm.toLocaleString('en')} interleaved requests each`;
  const different = new Set(answers.map(({ bytes }) => bytes)).size;
  return join(exactly(`${title}: different answers`, different, 1), await compareCalls(perArm), compareTimes(answers));
}

async function ask(site: SiteUnderLoad, identifier: string, isKnown: boolean): Promise<Answer> {
  const started = performance.now();
  const response = await site.post(RESET_PATH, { identifier });
  const body = await response.text();
  const milliseconds = performance.now() - started;
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  return { isKnown, milliseconds, bytes: JSON.stringify([response.status, headers, body]) };
}

/** The use-case by itself, over ports that write down each call. */
async function compareCalls(perArm: number): Promise<Proof> {
  const accounts = range(perArm).map((index) => ({ ...maria, ref: `account-${index}`, username: `known-${index}` }));
  const recovery = createRecovery(accounts);
  const sequences = new Set<string>();
  for (const index of range(perArm)) {
    for (const identifier of [`known-${index}`, `unknown-${index}`]) {
      recovery.log.length = 0;
      await requestReset(recovery.deps, { identifier, country: 'US', address: null, locale: 'en' });
      sequences.add(recovery.log.join(', '));
    }
  }
  const verdict = exactly('  different sequences of awaited calls', sequences.size, 1);
  const looked = exactly('  questions to the account system before the answer', recovery.accounts.calls.length, 0);
  return join(verdict, { lines: [`    ${[...sequences].join(' | ')}`], problems: [] }, looked);
}

function compareTimes(answers: readonly Answer[]): Proof {
  const timesOf = (isKnown: boolean) =>
    answers.filter((answer) => answer.isKnown === isKnown).map(({ milliseconds }) => milliseconds);
  const [known, unknown] = [timesOf(true), timesOf(false)];
  const t = welchT(known, unknown);
  const line = `  latency: median ${median(known).toFixed(2)} ms known, ${median(unknown).toFixed(2)} ms unknown; Welch's t = ${t.toFixed(2)}`;
  const isTold = known.length >= SAMPLES_MIN && Math.abs(t) > T_MAX;
  return { lines: [line], problems: isTold ? [`${line.trim()}: beyond ±${T_MAX} time tells who has an account`] : [] };
}

/** Fisher and Yates: alternation would let one arm always follow the other. */
function shuffle<Item>(items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
  }
  return shuffled;
}

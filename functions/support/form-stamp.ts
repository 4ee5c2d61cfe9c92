/** When a form was made, signed, so that a robot cannot say it has read for an hour. */
import type { FormSeed } from '../../src/shared/contact-form';
import type { TicketKeys } from './keys';

/** Nobody reads and fills in a form in less. */
const QUICKEST_SECONDS = 2;

/** An older form is asked to be sent once more. */
const OLDEST_SECONDS = 86_400;

/** `confirm`: a person who sends the form once more passes. */
export type StampVerdict = 'good' | 'confirm';

/** @param madeAt Milliseconds since the epoch. */
async function makeStamp(keys: TicketKeys, nonce: string, madeAt: number): Promise<string> {
  return `${madeAt}.${await keys.stamp(nonce, madeAt)}`;
}

/** Judges what came back with a form. */
export async function judgeStamp(keys: TicketKeys, seed: FormSeed, now: number): Promise<StampVerdict> {
  const age = await ageOf(keys, seed, now);
  return age !== undefined && age >= QUICKEST_SECONDS && age < OLDEST_SECONDS ? 'good' : 'confirm';
}

/** What a new form carries. @param request Of a form that is shown again. */
export async function newSeed(keys: TicketKeys, now: number, request: string = crypto.randomUUID()): Promise<FormSeed> {
  return { request, stamp: await makeStamp(keys, request, now) };
}

/** What a form carries that is shown again: it is the same form, as old as it was. */
export async function renewSeed(keys: TicketKeys, seed: FormSeed, now: number): Promise<FormSeed> {
  const age = await ageOf(keys, seed, now);
  if (age !== undefined && age < OLDEST_SECONDS) return seed;
  return newSeed(keys, now, seed.request === '' ? undefined : seed.request);
}

/** In seconds; undefined for a stamp that was not made here, or not for this form. */
async function ageOf(keys: TicketKeys, { request, stamp }: FormSeed, now: number): Promise<number | undefined> {
  const madeAt = Number(/^(\d{1,15})\./.exec(stamp)?.[1] ?? Number.NaN);
  if (Number.isNaN(madeAt) || stamp !== (await makeStamp(keys, request, madeAt))) return undefined;
  return (now - madeAt) / 1000;
}

/** The gate's own storage in workerd: its bounds, and the alarm that sweeps it. What the gate decides is in the unit tests. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { defaultRowLimits } from '../../../functions/recovery/gate-requests';
import { wrapBuiltWorker } from '../../../scripts/local/wrapped-worker';
import { limits } from '../../../src/shared/limits';
import { addAccount, newVisitor } from '../../harness/accounts';
import { askForLink } from '../../harness/links';
import { useSite } from '../../harness/worker';

const site = useSite({}, { config: wrapBuiltWorker('test/fakes/gate-entry.mjs', '.cache/gate-test') });

interface Shard {
  readonly requests: number;
  readonly locks: number;
  readonly flows: number;
  readonly accounts: number;
  /** Milliseconds until it rings. */
  readonly alarm: number | null;
}

async function door(call: 'look' | 'ring' | 'fill', input: object = {}): Promise<Shard[]> {
  const response = await site.fetch(`/gate-door/${call}/`, { method: 'POST', body: JSON.stringify(input) });
  return (await response.json()) as Shard[];
}

async function rowsOf(...tables: readonly ('requests' | 'locks' | 'flows' | 'accounts')[]): Promise<number> {
  const shards = await door('look');
  return shards.reduce((sum, shard) => sum + tables.reduce((rows, table) => rows + shard[table], 0), 0);
}

const ask = (identifier: string) =>
  site.post('/en/account/reset/', { identifier }, { headers: newVisitor() }).then(({ status }) => status);
const askOften = async (times: number, identifier = () => `stranger-${randomUUID()}`) => {
  const statuses = [];
  for (let count = 0; count < times; count += 1) statuses.push(await ask(identifier()));
  await site.settle();
  return statuses;
};

describe('the alarm', () => {
  test('F8 removes every row once it decides nothing, and then rings no more', async () => {
    const locked = `stranger-${randomUUID()}`;
    await askOften(limits.REQUESTS_BEFORE_LOCK + 1, () => locked);
    await askOften(10);
    await askForLink(site, await addAccount(site));
    await site.settle();
    const full = limits.REQUESTS_BEFORE_LOCK + 11;
    expect(await rowsOf('requests')).toBe(full);
    expect(await rowsOf('locks', 'flows', 'accounts')).toBe(3);
    const alarms = (await door('look')).filter(({ requests }) => requests > 0).map(({ alarm }) => alarm);
    for (const alarm of alarms) expect(alarm).toBeGreaterThan(0);
    for (const alarm of alarms) expect(alarm).toBeLessThanOrEqual(600_000);

    await door('ring');
    await expect.poll(async () => (await door('look')).every(({ alarm }) => alarm === null || alarm > 0)).toBe(true);
    expect(await rowsOf('requests')).toBe(full);
    expect(await ask(locked)).toBe(429);

    await site.passTime(limits.REQUEST_WINDOW_SECONDS + 60);
    await door('ring');
    await expect.poll(() => rowsOf('requests', 'locks', 'flows')).toBe(0);
    // What was voided is remembered for as long as a job that was asked for before may come.
    expect(await rowsOf('accounts')).toBe(1);
    await site.passTime(7 * 86_400);
    await door('ring');
    await expect.poll(() => rowsOf('accounts')).toBe(0);
    await expect.poll(async () => (await door('look')).every(({ alarm }) => alarm === null)).toBe(true);
  });
});

describe('a flood of strangers', () => {
  test('F8 fills no more than its rows in any shard, and ends no lock', async () => {
    const locked = `stranger-${randomUUID()}`;
    await askOften(limits.REQUESTS_BEFORE_LOCK + 1, () => locked);
    const { requests: rows } = defaultRowLimits;
    await door('fill', { rows });
    // A shard counts its rows when it starts.
    await site.configure({});
    expect(await askOften(100)).toEqual(Array(100).fill(303));
    for (const { requests } of await door('look')) expect(requests).toBeLessThanOrEqual(rows);
    expect(await ask(locked)).toBe(429);
  });
});

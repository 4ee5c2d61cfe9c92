import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { watchMemory } from '../../../scripts/bench/process-memory';

const MEGABYTE = 1_000_000;

/** Starts a process whose child fills so many megabytes; the process itself stays small. */
async function memoryWithChild(megabytes: number): Promise<number> {
  const fill = `const b = Buffer.alloc(${megabytes * MEGABYTE}, 1); setTimeout(() => b.length, 600)`;
  const start = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(fill)}])`;
  const parent = spawn(process.execPath, ['-e', start]);
  const stop = watchMemory(parent.pid ?? 0);
  await once(parent, 'close');
  return stop() ?? 0;
}

test.runIf(process.platform === 'linux')('memory is that of a process and of those it starts', async () => {
  const small = await memoryWithChild(0);
  const large = await memoryWithChild(200);
  expect(large - small).toBeGreaterThan(150 * MEGABYTE);
});

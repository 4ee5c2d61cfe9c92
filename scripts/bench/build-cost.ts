/** What it costs to build a project: time, memory, and what comes out. */
import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { watchMemory } from './process-memory';

export interface BuildCost {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Of the build and everything it starts; undefined where it cannot be measured. */
  readonly peakMemoryBytes: number | undefined;
}

/** Builds the project in a folder. @throws Error with the build's output when it fails. */
export async function measureBuild(folder: string): Promise<BuildCost> {
  const started = performance.now();
  const build = spawn('node', ['scripts/build.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopWatching = watchMemory(build.pid ?? 0);
  const exit = new Promise<number | null>((resolve) => build.once('close', resolve));
  const [code, output, errors] = await Promise.all([exit, text(build.stdout), text(build.stderr)]);
  const peakMemoryBytes = stopWatching();
  if (code !== 0) throw new Error(`the build failed in ${folder}\n${output.slice(-5000)}${errors}`);
  const files = globSync('dist/client/**/*', { cwd: folder })
    .map((file) => statSync(join(folder, file)))
    .filter((stats) => stats.isFile());
  return {
    pages: globSync('dist/client/**/*.html', { cwd: folder }).length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    seconds: (performance.now() - started) / 1000,
    peakMemoryBytes,
  };
}

/** Builds the site and the Worker once, before the first test that needs them. */
import { execFileSync } from 'node:child_process';

/** Vitest calls this once for each project; the environment carries the fact to the next. */
export default function setup(): void {
  if (process.env.LATCHKEY_BUILT) return;
  try {
    execFileSync('node', ['scripts/build.mjs'], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`The build failed\n${stdout}${stderr}`);
  }
  process.env.LATCHKEY_BUILT = '1';
}

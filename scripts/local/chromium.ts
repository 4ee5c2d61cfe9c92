/** A Chromium for the journeys and the measurements: the one that is here, else one that can be had. */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { command } from './command';
import { PersonError } from './person-error';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const MISSING = `No Chromium was found, and none could be installed. One of these helps:
  - install Chromium or Google Chrome, for example: apt-get install chromium
  - say where it is: CHROME_PATH=/path/to/chromium
  - let Playwright download one: npx playwright-core install chromium`;

/**
 * The path of a Chromium that runs: CHROME_PATH, the PATH, Playwright's cache, the system's package, Playwright's download.
 *
 * @throws PersonError with what was tried, when there is none to be had.
 */
export async function findChromium(): Promise<string> {
  const installed = await firstRunning([process.env.CHROME_PATH ?? '', ...inPath(), chromium.executablePath()]);
  if (installed) return installed;
  const failures: string[] = [];
  for (const [way, install] of [
    ["the system's package", installPackage],
    ["Playwright's download", download],
  ] as const) {
    await install().catch((error: Error) =>
      failures.push(`${way}: ${error.message.trim().split('\n').slice(0, 3).join(' ')}`),
    );
    const path = await firstRunning([...inPath(), chromium.executablePath()]);
    if (path) return path;
  }
  throw new PersonError(`${MISSING}\n\nTried:\n  ${failures.join('\n  ')}`);
}

function inPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function firstRunning(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    if (!isFile(path)) continue;
    const version = await command(path, ['--version', '--no-sandbox']).catch(() => '');
    if (/\d+\.\d+/.test(version)) return path;
  }
  return undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

async function installPackage(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error('needs root');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await command('apt-get', ['update', '-qq'], { env });
  await command('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'chromium'], { env });
}

async function download(): Promise<void> {
  await command('playwright-core', ['install', 'chromium', '--no-shell']);
}

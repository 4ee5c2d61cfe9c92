/** A Chromium for the journeys and the measurements: the one that is here, else one that can be had. */
import { chromium } from 'playwright-core';
import { command } from './command';
import { firstRunning, installPackage, pathsOf } from './installed-browser';
import { PersonError } from './person-error';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Root has no other way to ask it for its version. */
const UNSANDBOXED = ['--no-sandbox'];

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
  const places = [...pathsOf(NAMES), chromium.executablePath()];
  const installed = await firstRunning([process.env.CHROME_PATH ?? '', ...places], UNSANDBOXED);
  if (installed) return installed;
  const failures: string[] = [];
  for (const [way, install] of [
    ["the system's package", () => installPackage('chromium')],
    ["Playwright's download", download],
  ] as const) {
    await install().catch((error: Error) =>
      failures.push(`${way}: ${error.message.trim().split('\n').slice(0, 3).join(' ')}`),
    );
    const path = await firstRunning(places, UNSANDBOXED);
    if (path) return path;
  }
  throw new PersonError(`${MISSING}\n\nTried:\n  ${failures.join('\n  ')}`);
}

async function download(): Promise<void> {
  await command('playwright-core', ['install', 'chromium', '--no-shell']);
}

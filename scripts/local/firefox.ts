/** A Firefox for the proofs that one browser cannot give. */
import { firstRunning, installPackage, pathsOf } from './installed-browser';
import { PersonError } from './person-error';

const NAMES = ['firefox-esr', 'firefox'];

const MISSING = `No Firefox was found, and none could be installed. One of these helps:
  - install Firefox, for example: apt-get install firefox-esr
  - say where it is: FIREFOX_PATH=/path/to/firefox`;

/**
 * The path of a Firefox that runs: FIREFOX_PATH, the PATH, the system's package.
 *
 * @throws PersonError with what was tried, when there is none to be had.
 */
export async function findFirefox(): Promise<string> {
  const installed = await firstRunning([process.env.FIREFOX_PATH ?? '', ...pathsOf(NAMES)]);
  if (installed) return installed;
  const failure = await installPackage('firefox-esr').then(
    () => '',
    (error: Error) => error.message.trim().split('\n').slice(0, 3).join(' '),
  );
  const path = await firstRunning(pathsOf(NAMES));
  if (path) return path;
  throw new PersonError(`${MISSING}\n\nTried:\n  the system's package: ${failure}`);
}

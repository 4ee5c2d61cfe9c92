/** Finds a Chromium once, before the first journey; the tests read its path from CHROME_PATH. */
import { findChromium } from '../../scripts/local/chromium';

export default async function setup(): Promise<void> {
  process.env.CHROME_PATH = await findChromium();
}

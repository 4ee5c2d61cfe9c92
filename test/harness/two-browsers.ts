/** Chromium and Firefox by one driver, each behind a proxy that writes down what they send. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../scripts/local/chromium';
import { findFirefox } from '../../scripts/local/firefox';

export type BrowserName = 'chromium' | 'firefox';

/** Starts a browser. Firefox speaks WebDriver BiDi. */
export async function launch(name: BrowserName, proxyPort: number): Promise<Browser> {
  if (name === 'chromium') {
    return puppeteer.launch({
      browser: 'chrome',
      executablePath: await findChromium(),
      // Chromium asks localhost by itself, past every proxy, unless told otherwise.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        `--proxy-server=127.0.0.1:${proxyPort}`,
        '--proxy-bypass-list=<-loopback>',
      ],
    });
  }
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
}

/** On CI a browser that is missing is a failure; elsewhere its tests are skipped, and say so. */
export async function canRun(name: BrowserName): Promise<boolean> {
  if (name === 'chromium' || process.env.CI) return true;
  return findFirefox().then(
    () => true,
    () => false,
  );
}

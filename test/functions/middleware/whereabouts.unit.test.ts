import { describe, expect, test } from 'vitest';
import { readWhereabouts } from '../../../functions/middleware/whereabouts';
import { type Whereabouts, whereaboutsSchema } from '../../../functions/recovery/whereabouts';

function read(userAgent: string, cf?: Record<string, unknown>): Whereabouts {
  const request = new Request('https://help.example/', { headers: { 'User-Agent': userAgent } });
  return readWhereabouts(Object.assign(request, { cf }) as Request);
}

const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('a device is called as its reader would call it', () => {
  test.each<[string, Whereabouts]>([
    [`${ANDROID} Chrome/147.0.0.0 Mobile Safari/537.36`, { browser: 'chrome', system: 'android' }],
    [`${ANDROID} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`, { browser: 'samsung', system: 'android' }],
    [`${ANDROID} Version/4.0 Chrome/100.0 UCBrowser/13.4 Mobile Safari/537.36`, { browser: 'uc', system: 'android' }],
    [`${ANDROID} Chrome/147.0.0.0 Mobile Safari/537.36 OPR/90.0`, { browser: 'opera', system: 'android' }],
    ['Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0', { browser: 'firefox', system: 'android' }],
    [`${IPHONE} Version/19.1 Mobile/15E148 Safari/604.1`, { browser: 'safari', system: 'iphone' }],
    [`${IPHONE} CriOS/147.0.0.0 Mobile/15E148 Safari/604.1`, { browser: 'chrome', system: 'iphone' }],
    [`${IPHONE} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`, { browser: 'firefox', system: 'iphone' }],
    [`${WINDOWS} Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0`, { browser: 'edge', system: 'windows' }],
    [`${WINDOWS} Chrome/146.0.0.0 YaBrowser/26.4.0.0 Safari/537.36`, { browser: 'yandex', system: 'windows' }],
    [`${MAC} Version/19.1 Safari/605.1.15`, { browser: 'safari', system: 'mac' }],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
      { browser: 'chrome', system: 'chromeos' },
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', { browser: 'firefox', system: 'linux' }],
    [
      'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
      { browser: 'firefox', system: 'kaios' },
    ],
  ])('%s', (userAgent, device) => expect(read(userAgent)).toEqual(device));

  test('an app that shows the page within itself is not called a browser', () => {
    const facebook = `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]`;
    expect(read(facebook)).toEqual({ system: 'iphone' });
    expect(read(`${ANDROID.replace('; K)', '; K; wv)')} Version/4.0 Chrome/147.0 Mobile Safari/537.36`)).toEqual({
      system: 'android',
    });
  });

  test.each(['', 'curl/8.5.0', '<script>alert(1)</script>', 'HeadlessChrome/1', `${'a '.repeat(300)}Chrome/1 Android`])(
    'nothing is told of "%.30s"',
    (userAgent) => expect(read(userAgent)).toEqual({}),
  );
});

describe('a place is the one that the platform tells', () => {
  test('a country with a city, or without one', () => {
    expect(read('', { country: 'NG', city: 'Lagos' })).toEqual({ country: 'NG', city: 'Lagos' });
    expect(read('', { country: 'NG' })).toEqual({ country: 'NG' });
  });

  test.each([
    [{ country: 'T1', city: 'Anywhere' }],
    [{ country: 'XX' }],
    [{ country: 'Nigeria' }],
    [{ country: 7, city: {} }],
    [{ city: 'Lagos' }],
    [undefined],
  ])('%j is no place', (cf) => expect(read('', cf)).toEqual({}));

  test('a city that is none is left out, and the country stays', () => {
    expect(read('', { country: 'NG', city: 'L'.repeat(101) })).toEqual({ country: 'NG' });
  });
});

test('what is read can travel in a job', () => {
  const known = read(`${ANDROID} Chrome/147.0.0.0 Mobile Safari/537.36`, { country: 'NG', city: 'Lagos' });
  for (const whereabouts of [known, read('')]) {
    expect(whereaboutsSchema.parse(JSON.parse(JSON.stringify(whereabouts)))).toEqual(whereabouts);
  }
});

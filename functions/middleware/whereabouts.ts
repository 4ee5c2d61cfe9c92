/** Reads from a request where it came from: the place that the platform makes of the network address, and the kind of device. */
import { z } from 'zod';
import { type Browser, type System, type Whereabouts, whereaboutsSchema } from '../recovery/whereabouts';

/** Longer ones are no browser's. */
const USER_AGENT_MAX = 512;

/** The first that fits: most browsers name others as well. */
const browserMarks: readonly (readonly [RegExp, Browser])[] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'edge'],
  [/\b(?:OPR|OPiOS|OPT)\//, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\bUCBrowser\//, 'uc'],
  [/\bYaBrowser\//, 'yandex'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|CriOS)\//, 'chrome'],
  [/\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\//, 'safari'],
];

/** An app that shows pages within itself: its reader would not call it by the browser's name. */
const IN_APP = /; wv\)|\bFBA[NV]\/|\bInstagram\b|\bLine\/|\bMicroMessenger\//;

const systemMarks: readonly (readonly [RegExp, System])[] = [
  [/\bKAIOS\//, 'kaios'],
  [/\bAndroid\b/, 'android'],
  [/\biPad\b/, 'ipad'],
  [/\b(?:iPhone|iPod)\b/, 'iphone'],
  [/\bWindows NT\b/, 'windows'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bMacintosh\b/, 'mac'],
  [/\bLinux\b/, 'linux'],
];

/** Two letters that name no country are the platform's words for "unknown" and "Tor". */
const place = z.object({
  country: whereaboutsSchema.shape.country.catch(undefined).transform((code) => (code === 'XX' ? undefined : code)),
  city: whereaboutsSchema.shape.city.catch(undefined),
});

/**
 * What is told of a request, and never more exactly: the place is the network's, which may be another town's.
 *
 * @example readWhereabouts(request) // { country: 'NG', city: 'Lagos', browser: 'chrome', system: 'android' }
 */
export function readWhereabouts(request: Request): Whereabouts {
  const { country, city } = place.parse(request.cf ?? {});
  return { country, city: country && city, ...readDevice(request.headers.get('User-Agent') ?? '') };
}

function readDevice(userAgent: string): Pick<Whereabouts, 'browser' | 'system'> {
  if (userAgent.length > USER_AGENT_MAX) return {};
  const browser = IN_APP.test(userAgent) ? undefined : findMark(browserMarks, userAgent);
  return { browser, system: findMark(systemMarks, userAgent) };
}

function findMark<Name>(marks: readonly (readonly [RegExp, Name])[], userAgent: string): Name | undefined {
  return marks.find(([mark]) => mark.test(userAgent))?.[1];
}

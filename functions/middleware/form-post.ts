/** Guards of a form post: type, size, origin, shape. What passes is one string a field. */
import type { z } from 'zod';
import { limits, type PostProblem } from '../../src/shared/forms';
import { readBody } from './read-body';

/** `texts`: what came beside a file, so that the form can show it again. */
export type FormPost<T> =
  | { readonly type: 'form'; readonly values: T }
  | { readonly type: 'refused'; readonly problem: PostProblem; readonly texts?: Readonly<Record<string, string>> };

const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/**
 * Reads a form post; judges its type, its size, where it comes from and its shape, in this order.
 *
 * @param schema A strict object of strings: a field that is unknown or given twice is refused (CVE-2023-7028).
 * @param siteOrigin The only origin whose forms are taken.
 * @param maxBytes Of the whole body.
 */
export async function readFormPost<T>(
  request: Request,
  schema: z.ZodType<T>,
  siteOrigin: string,
  maxBytes: number = limits.BODY_MAX_BYTES,
): Promise<FormPost<T>> {
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== URLENCODED && mediaType !== MULTIPART) return refused('post-wrong-type');
  const body = await readBody(request, maxBytes);
  if (!body) return refused('post-too-large');
  if (!isSameOrigin(request.headers, siteOrigin)) return refused('post-cross-site');
  const entries: Entries | undefined =
    mediaType === URLENCODED ? urlencodedEntries(body) : await multipartEntries(request, body);
  const values = entries && singleStrings(entries.filter(isText));
  if (values && entries.some((entry) => !isText(entry))) return { ...refused('post-file'), texts: values };
  const parsed = values && schema.safeParse(values);
  return parsed?.success ? { type: 'form', values: parsed.data } : refused('post-malformed');
}

/** The origin must be ours; where a browser hides it (`null`), its `Sec-Fetch-Site` must say that it is (OWASP CSRF). */
function isSameOrigin(headers: Headers, siteOrigin: string): boolean {
  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site');
  if (site === 'cross-site' || site === 'same-site') return false;
  return origin === siteOrigin || (origin === 'null' && site === 'same-origin');
}

function urlencodedEntries(body: Uint8Array): [string, string][] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body).replaceAll('+', ' ');
    return text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.includes('=') ? pair.indexOf('=') : pair.length;
        return [decodeURIComponent(pair.slice(0, at)), decodeURIComponent(pair.slice(at + 1))];
      });
  } catch {
    return undefined;
  }
}

async function multipartEntries(request: Request, body: Uint8Array): Promise<[string, unknown][] | undefined> {
  const contentType = request.headers.get('Content-Type') ?? '';
  try {
    return [
      ...(await new Response(body as BodyInit, { headers: { 'Content-Type': contentType } }).formData()).entries(),
    ];
  } catch {
    return undefined;
  }
}

type Entries = readonly (readonly [string, unknown])[];

function isText(entry: readonly [string, unknown]): entry is readonly [string, string] {
  return typeof entry[1] === 'string';
}

function singleStrings(entries: readonly (readonly [string, string])[]): Record<string, string> | undefined {
  const values = new Map<string, string>();
  for (const [name, value] of entries) {
    if (values.has(name)) return undefined;
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

function refused(problem: PostProblem): { readonly type: 'refused'; readonly problem: PostProblem } {
  return { type: 'refused', problem };
}

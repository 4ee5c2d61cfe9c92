/** Guards of a form post: type, size, origin, shape. What passes is one string a field. */
import type { z } from 'zod';
import { limits, type PostProblem } from '../../src/shared/forms';
import { readBody } from './read-body';

/** `texts`: what came with a form that was refused as a whole, so that it can be shown again; nothing that another site sent. */
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
  const entries: Entries | undefined =
    mediaType === URLENCODED ? urlencodedEntries(body) : await multipartEntries(request, body);
  const isOurs = isSameOrigin(request.headers, siteOrigin);
  if (!entries) return refused(isOurs ? 'post-malformed' : 'post-cross-site');
  const texts = firstStrings(entries.filter(isText));
  if (!isOurs) return refused('post-cross-site', isElsewhere(request.headers, siteOrigin) ? undefined : texts);
  if (!entries.every(isText)) return refused('post-file', texts);
  const parsed = entries.length === Object.keys(texts).length ? schema.safeParse(texts) : undefined;
  return parsed?.success ? { type: 'form', values: parsed.data } : refused('post-malformed', texts);
}

/** The origin must be ours; where a browser hides it (`null`), its `Sec-Fetch-Site` must say that it is (OWASP CSRF). */
function isSameOrigin(headers: Headers, siteOrigin: string): boolean {
  const origin = headers.get('Origin');
  if (isElsewhere(headers, siteOrigin)) return false;
  return origin === siteOrigin || (origin === 'null' && headers.get('Sec-Fetch-Site') === 'same-origin');
}

/** The browser itself says that another site sent the form. */
function isElsewhere(headers: Headers, siteOrigin: string): boolean {
  const origin = headers.get('Origin') ?? 'null';
  const site = headers.get('Sec-Fetch-Site');
  return site === 'cross-site' || site === 'same-site' || (origin !== 'null' && origin !== siteOrigin);
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

/** Of a field that was given twice, what was given first. */
function firstStrings(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].reverse());
}

function refused(problem: PostProblem, texts?: Record<string, string>): Extract<FormPost<never>, { type: 'refused' }> {
  return { type: 'refused', problem, texts };
}

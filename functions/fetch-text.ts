/** One request to another system, bounded in time and in size. */

export interface FetchLimits {
  /** Until the last byte of the answer. */
  readonly timeoutMilliseconds: number;
  readonly maxBytes: number;
}

export type FetchedText =
  | { readonly type: 'answered'; readonly status: number; readonly headers: Headers; readonly text: string }
  | { readonly type: 'failed'; readonly reason: 'no-answer' | 'too-large' };

/**
 * What another system answers. A redirect is an answer like any other and is never followed: nothing that was meant for
 * one host goes to another one. Never throws, and no fault carries the request with it.
 */
export async function fetchText(url: string, init: RequestInit, limits: FetchLimits): Promise<FetchedText> {
  try {
    const signal = AbortSignal.timeout(limits.timeoutMilliseconds);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const text = await readText(response, limits.maxBytes);
    if (text === undefined) return { type: 'failed', reason: 'too-large' };
    return { type: 'answered', status: response.status, headers: response.headers, text };
  } catch {
    return { type: 'failed', reason: 'no-answer' };
  }
}

/** Undefined once the body is larger than allowed: the rest is not read. */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

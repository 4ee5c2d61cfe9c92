/** Reads the body of a request, of whatever length somebody sends. */

/** How much of a body that is too large is still taken, in bytes: a browser cut off while it sends shows no answer. */
const DRAINED_MAX_BYTES = 65_536;

/** The whole body, or undefined once it is larger than allowed. Of a far larger one the rest is not read. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > DRAINED_MAX_BYTES) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > DRAINED_MAX_BYTES) return undefined;
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size > maxBytes ? undefined : new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

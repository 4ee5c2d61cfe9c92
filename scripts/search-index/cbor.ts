/** Reads CBOR (RFC 8949), as far as Pagefind's files use it: integers, texts, arrays and null. */

/** Decodes one item. @throws TypeError for an item of another kind, for what is cut off and for what is left over. */
export function decodeCbor(bytes: Uint8Array): unknown {
  const reader = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  try {
    const item = readItem(reader);
    if (reader.at === bytes.length) return item;
  } catch (cause) {
    if (cause instanceof RangeError) throw new TypeError('CBOR that is cut off', { cause });
    throw cause;
  }
  throw new TypeError(`CBOR with ${bytes.length - reader.at} bytes after its end`);
}

interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

/** The argument of an array that says its end by a break instead of its length. */
const INDEFINITE = 31;
const BREAK = 0xff;
const NULL = 0xf6;

function readItem(reader: Reader): unknown {
  const head = reader.view.getUint8(reader.at++);
  const kind = head >> 5;
  if (head === NULL) return null;
  if (kind === 4 && (head & 31) === INDEFINITE) return readUntilBreak(reader);
  const argument = readArgument(reader, head & 31);
  if (kind === 0) return argument;
  if (kind === 1) return -1 - argument;
  if (kind === 3) return readText(reader, argument);
  if (kind === 4) return Array.from({ length: argument }, () => readItem(reader));
  throw new TypeError(`CBOR item of kind ${kind} (0x${head.toString(16)})`);
}

function readArgument(reader: Reader, short: number): number {
  if (short < 24) return short;
  const { view, at } = reader;
  reader.at += 2 ** (short - 24);
  if (short === 24) return view.getUint8(at);
  if (short === 25) return view.getUint16(at);
  if (short === 26) return view.getUint32(at);
  throw new TypeError(`CBOR argument of kind ${short}`);
}

function readText(reader: Reader, length: number): string {
  const end = reader.at + length;
  if (end > reader.bytes.length) throw new TypeError('CBOR text that is cut off');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(reader.bytes.subarray(reader.at, end));
  reader.at = end;
  return text;
}

function readUntilBreak(reader: Reader): unknown[] {
  const items: unknown[] = [];
  while (reader.view.getUint8(reader.at) !== BREAK) items.push(readItem(reader));
  reader.at++;
  return items;
}

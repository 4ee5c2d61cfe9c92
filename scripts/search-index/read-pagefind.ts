/**
 * Reads the files that Pagefind writes for one language: `.pf_meta`, `.pf_index` and `.pf_fragment`.
 *
 * They are Pagefind's own affair, so everything is checked: a version with other files fails the build here.
 */
import { gunzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';
import { z } from 'zod';
import { decodeCbor } from './cbor';

/** A word of one page, as Pagefind found it. */
export interface PagefindWord {
  /** What Pagefind makes of it: the stem, where it knows the language. */
  readonly stem: string;
  readonly url: string;
  /** Place within the page's words, from 0. */
  readonly place: number;
  /** 1 for plain text, more in headings and where the page asks for it. */
  readonly weight: number;
}

/** One page as Pagefind cut it up. */
export interface PagefindPage {
  readonly url: string;
  /** All its words, in order. */
  readonly words: readonly string[];
  /** From the id of an element to the place of its first word. */
  readonly anchors: Readonly<Record<string, number>>;
}

export interface PagefindFiles {
  readonly pages: readonly PagefindPage[];
  readonly words: readonly PagefindWord[];
}

const SIGNATURE = 'pagefind_dcd';

/** Weights are written as multiples of this. */
const WEIGHT_UNIT = 24;

const metaSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.number(), z.string()]))], z.unknown());
const postingsSchema = z.array(z.tuple([z.number(), z.array(z.number()), z.array(z.number())]));
const indexSchema = z.tuple([
  z.array(z.tuple([z.string(), postingsSchema, z.array(z.tuple([z.string(), postingsSchema]))])),
]);
const fragmentSchema = z.object({
  url: z.string(),
  content: z.string(),
  anchors: z.array(z.object({ id: z.string(), location: z.number() })),
});

type Postings = z.infer<typeof postingsSchema>;

/** Reads one language's files. @throws TypeError or ZodError when they are not as Pagefind 1.6 writes them. */
export function readPagefind(files: readonly IndexFile[]): PagefindFiles {
  const having = (extension: string) => files.filter(({ path }) => path.endsWith(extension));
  const fragments = new Map(having('.pf_fragment').map((file) => [hashOf(file.path), readFragment(file)]));
  const meta = having('.pf_meta').map((file) => metaSchema.parse(decodeCbor(unpack(file))));
  if (meta.length > 1) throw new TypeError(`Pagefind made ${meta.length} indexes for one language`);
  const pages = (meta[0]?.[1] ?? []).map(([hash]) => requirePage(fragments, hash));
  const entries = having('.pf_index').flatMap((file) => indexSchema.parse(decodeCbor(unpack(file)))[0]);
  const words = entries.flatMap(([stem, postings, variants]) =>
    [postings, ...variants.map(([, of]) => of)].flatMap((of) => readPostings(stem, of, pages)),
  );
  return { pages, words };
}

function unpack({ path, content }: IndexFile): Uint8Array {
  const bytes = gunzipSync(content);
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new TypeError(`${path} lacks its signature`);
  return bytes.subarray(SIGNATURE.length);
}

function readFragment(file: IndexFile): PagefindPage {
  const { url, content, anchors } = fragmentSchema.parse(JSON.parse(new TextDecoder().decode(unpack(file))));
  const words = content.includes('\u200b') ? content.split('\u200b') : content.split(/[^\S\uFEFF]+/);
  return { url, words, anchors: Object.fromEntries(anchors.map(({ id, location }) => [id, location])) };
}

function hashOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

function requirePage(pages: ReadonlyMap<string, PagefindPage>, hash: string): PagefindPage {
  const page = pages.get(hash);
  if (!page) throw new TypeError(`Pagefind names a page "${hash}" that it did not write`);
  return page;
}

/** Page numbers are steps from the one before; a negative number sets the weight, and places are steps from there. */
function readPostings(stem: string, postings: Postings, pages: readonly PagefindPage[]): PagefindWord[] {
  const words: PagefindWord[] = [];
  let number = 0;
  for (const [step, places] of postings) {
    number += step;
    const { url } = pages[number] as PagefindPage;
    let weight = 1;
    let place = 0;
    for (const value of places) {
      if (value < 0) {
        weight = (-1 - value) / WEIGHT_UNIT;
        place = 0;
      } else {
        place += value;
        words.push({ stem, url, place, weight });
      }
    }
  }
  return words;
}

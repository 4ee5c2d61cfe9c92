/** What an article costs before its reader does anything. */
import { brotliCompressSync, constants } from 'node:zlib';
import type { BuiltPage, PageElement } from '../built-pages';

export interface PageWeight {
  readonly path: string;
  /** Brotli at the level that CDNs use for what they compress on the way (4), the larger number. */
  readonly wireBytes: number;
  /** Uncompressed JavaScript that runs without an interaction, inline or not. */
  readonly scriptBytes: number;
  /** Scripts and style sheets that the first paint waits for. */
  readonly blocking: number;
}

export const budgets = { wireBytes: 14_000, scriptBytes: 1_500, blocking: 0 } as const;

/** Brotli's level in what CDNs compress on the way. */
export const CDN_LEVEL = 4;

/** @param readAsset The bytes of an external script, by its URL. */
export function weigh(page: BuiltPage, readAsset: (url: string) => Buffer): PageWeight {
  const scripts = page.elements.filter(isScript);
  const sizes = scripts.map(({ attributes: { src }, text }) => (src ? readAsset(src) : Buffer.from(text)).byteLength);
  return {
    path: page.path,
    wireBytes: brotliBytes(page.html, CDN_LEVEL),
    scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
    blocking: page.elements.filter(isBlocking).length,
  };
}

/** What exceeds its budget, one line each. */
export function exceeded(weight: PageWeight): string[] {
  const names = Object.keys(budgets) as (keyof typeof budgets)[];
  return names
    .filter((name) => weight[name] > budgets[name])
    .map((name) => `${weight.path}: ${name} is ${weight[name]}, the budget is ${budgets[name]}`);
}

export function brotliBytes(bytes: Buffer, quality: number): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).byteLength;
}

/** Whether an element is code, and not data in a script element. */
function isScript({ name, attributes }: PageElement): boolean {
  return name === 'script' && ['', 'module', 'text/javascript'].includes(attributes.type ?? '');
}

function isBlocking(element: PageElement): boolean {
  const { name, attributes } = element;
  if (name === 'link') return attributes.rel === 'stylesheet' && attributes.media !== 'print';
  const waits = attributes.type !== 'module' && attributes.async === undefined && attributes.defer === undefined;
  return isScript(element) && attributes.src !== undefined && waits;
}

/** The pages of the last build, as a browser's parser reads them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';

/** Everything that is copied to the CDN. */
export const CLIENT_FOLDER = 'dist/client';

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands directly in it: a script's code, a style sheet's rules. */
  readonly text: string;
}

export interface BuiltPage {
  /** `/en/logging-in/locked-out/` */
  readonly path: string;
  readonly html: Buffer;
  /** Every element, in the document's order. */
  readonly elements: readonly PageElement[];
}

/** Reads every page of the last build. @throws TypeError when there is none. */
export function readBuiltPages(folder: string = CLIENT_FOLDER): readonly BuiltPage[] {
  const files = globSync('**/*.html', { cwd: folder }).toSorted();
  if (files.length === 0) throw new TypeError(`${folder} holds no pages. Run: npm run build`);
  return files.map((file) => readPage(folder, file.replaceAll('\\', '/')));
}

function readPage(folder: string, file: string): BuiltPage {
  const html = readFileSync(join(folder, file));
  return { path: `/${file.replace(/index\.html$/, '')}`, html, elements: parseElements(html.toString('utf8')) };
}

/** Every element of a document, in its order. */
export function parseElements(html: string): readonly PageElement[] {
  return [...walk(parse(html))];
}

function* walk(node: DefaultTreeAdapterTypes.Node): Generator<PageElement> {
  if (tree.isElementNode(node)) yield toElement(node);
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) yield* walk(child);
}

function toElement(node: DefaultTreeAdapterTypes.Element): PageElement {
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const text = node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
  return { name: node.tagName, attributes, text };
}

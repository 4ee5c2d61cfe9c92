/**
 * The sections of an article, read from its MDX source by the parser that also builds the page.
 *
 * Sections are `<Question id title>` and `<Section id title>`. What stands outside of them is the intro.
 */
import { mdxToMdast } from 'satteri';
import { THANKS_ID } from '../shared/urls';

/** An article's file, as the content collection or a script has read it. */
export interface ArticleSource {
  /** `<locale>/<topic>/<article>` */
  readonly id: string;
  /** MDX without its frontmatter. */
  readonly body?: string | undefined;
}

export interface Section {
  /** The same in every language; the page's `#fragment`. */
  readonly id: string;
  /** May hold `{brand}`. */
  readonly title: string;
  readonly kind: 'question' | 'section';
  /** The section's own source, tags included, nested sections left out. */
  readonly source: string;
  /** The section's own words, one line for each block; spaces that do not break are kept. */
  readonly text: string;
}

export interface Outline {
  readonly intro: { readonly source: string; readonly text: string };
  /** In the order of the page. A nested section follows the one that holds it. */
  readonly sections: readonly Section[];
}

/**
 * One component or expression of an article, or one of Markdown's own parts: a list and its items, a link, an image, bold.
 * The latter have HTML's names, expressions in braces and code of modules are called `expression`.
 */
export interface Part {
  readonly name: string;
  readonly attributes: Attributes;
  /** Id of the section it is in; `intro` outside of all. */
  readonly sectionId: string;
}

export type Attributes = Readonly<Record<string, string>>;

/** The words that a component without words inside shows, such as `<Brand />` or `<Duration of="link" />`. */
export type ComponentText = (name: string, attributes: Attributes) => string;

/** The part of a syntax tree's node that is read here. */
interface TreeNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly ordered?: boolean;
  readonly attributes?: readonly object[];
  readonly children?: readonly TreeNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

const kinds: Readonly<Record<string, Section['kind']>> = { Question: 'question', Section: 'section' };
const reservedIds: ReadonlySet<string> = new Set(['intro', 'head', 'main', THANKS_ID]);
const blocks: ReadonlySet<string> = new Set(['paragraph', 'listItem', 'tableCell', 'mdxJsxFlowElement', 'code']);

/**
 * The intro and the sections of an article.
 *
 * @param textOf Words of the components that have none inside; without it they add nothing to `text`.
 * @throws TypeError naming the article, when it is no MDX, has a Markdown heading, or an id or a title that is missing, not allowed or used twice.
 *
 * @example extractOutline({ id: 'en/a/b', body: '<Question id="why" title="Why?">Because.</Question>' }).sections[0].text // 'Because.'
 */
export function extractOutline(article: ArticleSource, textOf: ComponentText = () => ''): Outline {
  return withTree(article, (root, body) => {
    const describe = (node: TreeNode) => ({ source: ownSource(node, body), text: ownText(node, textOf) });
    const sections = sectionsWithin(root).map((node) => ({ ...sectionHead(node), ...describe(node) }));
    requireDistinctIds(sections);
    return { intro: describe(root), sections };
  });
}

/** Every part of an article, in the order of the source. @throws TypeError naming the article, when it is no MDX. */
export function extractParts(article: ArticleSource): readonly Part[] {
  return withTree(article, (root) => partsWithin(root, 'intro'));
}

function withTree<Result>({ id, body = '' }: ArticleSource, read: (root: TreeNode, body: string) => Result): Result {
  try {
    return read(mdxToMdast(body) as TreeNode, body);
  } catch (cause) {
    throw new TypeError(`content/${id}.mdx: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** The attributes of a component that are plain strings. */
function attributesOf(node: TreeNode): Attributes {
  const pairs = (node.attributes ?? []).map((attribute) => attribute as { name?: string; value?: unknown });
  return Object.fromEntries(
    pairs.flatMap(({ name, value }) => (name && typeof value === 'string' ? [[name, value]] : [])),
  );
}

function sectionsWithin(node: TreeNode): TreeNode[] {
  return outermostSections(node).flatMap((section) => [section, ...sectionsWithin(section)]);
}

function outermostSections(node: TreeNode): TreeNode[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.type === 'heading') throw new TypeError('a Markdown heading: use <Section id title> instead');
    return isSection(child) ? [child] : outermostSections(child);
  });
}

function isSection(node: TreeNode): boolean {
  return node.name != null && node.name in kinds;
}

function isExpression({ type }: TreeNode): boolean {
  return type.endsWith('Expression') || type === 'mdxjsEsm';
}

function sectionHead(node: TreeNode): Pick<Section, 'id' | 'title' | 'kind'> {
  const { id = '', title = '' } = attributesOf(node);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || reservedIds.has(id)) {
    throw new TypeError(
      `<${node.name} id="${id}">: an id has letters a-z, digits and hyphens, and is not ${[...reservedIds].join(', ')}`,
    );
  }
  if (title.trim() === '') throw new TypeError(`<${node.name} id="${id}"> has no title`);
  return { id, title, kind: kinds[node.name ?? ''] as Section['kind'] };
}

function requireDistinctIds(sections: readonly Section[]): void {
  const seen = new Set<string>();
  for (const { id } of sections) {
    if (seen.has(id)) throw new TypeError(`two sections have the id "${id}"`);
    seen.add(id);
  }
}

function ownSource(node: TreeNode, body: string): string {
  const { start, end } = rangeOf(node);
  const nested = outermostSections(node).map(rangeOf);
  const edges = [start, ...nested.flatMap((range) => [range.start, range.end]), end];
  const pieces: string[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    pieces.push(body.slice(edges[index], edges[index + 1]));
  }
  return pieces.join('\n');
}

function rangeOf(node: TreeNode): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function ownText(node: TreeNode, textOf: ComponentText): string {
  const text = (node.children ?? []).filter((child) => !isSection(child)).map((child) => textWithin(child, textOf));
  return text
    .join('')
    .replace(/[^\S\n\u00A0\u202F]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function textWithin(node: TreeNode, textOf: ComponentText): string {
  if (isSection(node) || isExpression(node)) return '';
  if (node.type === 'break') return ' ';
  const inside = node.children?.length
    ? node.children.map((child) => textWithin(child, textOf)).join('')
    : (node.value ?? '').replaceAll('\n', ' ');
  const text = node.name == null ? inside : componentText(node.name, attributesOf(node), inside, textOf);
  return blocks.has(node.type) ? `\n${text}\n` : text;
}

function componentText(name: string, attributes: Attributes, inside: string, textOf: ComponentText): string {
  const title = attributes.title ? `${attributes.title}\n` : '';
  return title + (inside === '' ? textOf(name, attributes) : inside);
}

function partsWithin(node: TreeNode, sectionId: string): Part[] {
  const { id } = attributesOf(node);
  const inner = isSection(node) && id ? id : sectionId;
  const children = (node.children ?? []).flatMap((child) => partsWithin(child, inner));
  const part = partOf(node);
  return part ? [{ ...part, sectionId: inner }, ...children] : children;
}

function partOf(node: TreeNode): Omit<Part, 'sectionId'> | undefined {
  if (node.name != null) return { name: node.name, attributes: attributesOf(node) };
  if (isExpression(node)) return { name: 'expression', attributes: { source: node.value ?? '' } };
  if (node.type === 'list') return { name: node.ordered ? 'ol' : 'ul', attributes: {} };
  if (node.type === 'strong') return { name: 'strong', attributes: {} };
  if (node.type === 'listItem') return { name: 'li', attributes: {} };
  if (node.type === 'link') return { name: 'a', attributes: { href: node.url ?? '' } };
  if (node.type === 'image') return { name: 'img', attributes: { src: node.url ?? '' } };
  return undefined;
}

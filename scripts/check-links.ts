/** Every link, form and reference of the built pages leads to something. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltPage, CLIENT_FOLDER, type PageElement } from './built-pages';

/** One URL that a page states. */
interface Reference {
  readonly page: BuiltPage;
  readonly stated: string;
  readonly method: 'GET' | 'POST';
  /** Undefined when what is stated is no URL. */
  readonly url: URL | undefined;
}

/** Asks the Worker for what no file answers. @returns The HTTP status. */
export type AskWorker = (method: Reference['method'], path: string) => Promise<number>;

const URL_ATTRIBUTES = ['href', 'src', 'action', 'formaction', 'poster'];
const ID_ATTRIBUTES = ['for', 'aria-controls', 'aria-describedby', 'aria-errormessage', 'aria-labelledby', 'aria-owns'];

/**
 * Finds what leads nowhere: pages, files, forms, fragments, and ids that labels and ARIA name.
 *
 * @param origin The site's own origin; what leads to others is checked for its form alone.
 */
export async function findBrokenLinks(
  pages: readonly BuiltPage[],
  origin: string,
  askWorker: AskWorker,
): Promise<readonly string[]> {
  const idsByPath = new Map(pages.map((page) => [page.path, new Set(idsOf(page))]));
  const references = pages.flatMap((page) => page.elements.flatMap((element) => referencesOf(page, element, origin)));
  const unanswered = await findUnanswered(references, origin, idsByPath, askWorker);
  const broken = references.flatMap(({ page, stated, url }) => {
    const problem = url ? (unanswered.get(url.pathname) ?? fragmentProblem(url, origin, idsByPath)) : 'is not a URL';
    return problem ? [`${page.path}: ${stated} ${problem}`] : [];
  });
  return [...new Set([...pages.flatMap(findWrongIds), ...broken])];
}

function referencesOf(page: BuiltPage, element: PageElement, origin: string): Reference[] {
  const { name, attributes } = element;
  const method = name === 'form' && attributes.method?.toLowerCase() === 'post' ? 'POST' : 'GET';
  return urlsOf(element).map((stated) => {
    const url = URL.parse(stated, new URL(page.path, origin)) ?? undefined;
    return { page, stated: `<${name}> ${stated}`, method, url };
  });
}

/** The URLs that an element states; `<meta>` states some in its content. */
function urlsOf({ name, attributes }: PageElement): string[] {
  const stated = URL_ATTRIBUTES.flatMap((attribute) => attributes[attribute] ?? []);
  const sources = (attributes.srcset ?? '').split(',').flatMap((source) => source.trim().split(/\s+/)[0] || []);
  const content = name === 'meta' && /^https?:/.test(attributes.content ?? '') ? [attributes.content ?? ''] : [];
  return [...stated, ...sources, ...content];
}

/** What is wrong with the internal paths that neither a file nor the Worker answers. */
async function findUnanswered(
  references: readonly Reference[],
  origin: string,
  idsByPath: ReadonlyMap<string, unknown>,
  askWorker: AskWorker,
): Promise<ReadonlyMap<string, string>> {
  const unanswered = new Map<string, string>();
  const asked = new Set<string>();
  for (const { url, method } of references) {
    if (url?.origin !== origin || asked.has(`${method} ${url.pathname}`)) continue;
    asked.add(`${method} ${url.pathname}`);
    if (method === 'GET' && (idsByPath.has(url.pathname) || isFile(url.pathname))) continue;
    const status = await askWorker(method, url.pathname);
    if (status === 404 || status >= 500) unanswered.set(url.pathname, `is answered with ${status}`);
  }
  return unanswered;
}

function isFile(path: string): boolean {
  return !path.endsWith('/') && existsSync(join(CLIENT_FOLDER, decodeURI(path)));
}

function fragmentProblem(
  url: URL,
  origin: string,
  idsByPath: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const ids = url.origin === origin ? idsByPath.get(url.pathname) : undefined;
  const id = decodeURIComponent(url.hash.slice(1));
  return ids && id && !ids.has(id) ? `names no id of that page` : undefined;
}

/** Ids that are stated twice, and ids that a label or ARIA names and the page lacks. */
function findWrongIds(page: BuiltPage): string[] {
  const ids = idsOf(page);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id "${id}" stands twice`);
  const missing = page.elements.flatMap(({ name, attributes }) =>
    ID_ATTRIBUTES.flatMap((attribute) =>
      (attributes[attribute] ?? '')
        .split(/\s+/)
        .filter((id) => id && !ids.includes(id))
        .map((id) => `<${name} ${attribute}> names the missing id "${id}"`),
    ),
  );
  return [...twice, ...missing].map((problem) => `${page.path}: ${problem}`);
}

function idsOf(page: BuiltPage): string[] {
  return page.elements.flatMap(({ attributes: { id } }) => id ?? []);
}

/** The article files as scripts read and write them, outside of Astro. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, Pair, parseDocument, Scalar, YAMLMap } from 'yaml';
import { articleSchema } from '../src/lib/article-schema';
import type { ArticleEntry } from '../src/lib/library';

/** Reads every article of some languages, or of all. @throws TypeError naming the file whose frontmatter is wrong. */
export function readArticles(root: string, locales: readonly string[] = ['*']): readonly ArticleEntry[] {
  const patterns = locales.map((locale) => `content/${locale}/*/*.mdx`);
  const files = globSync(patterns, { cwd: root }).toSorted();
  return files.map((file) => parseArticle(idOf(file), readFileSync(join(root, file), 'utf8')));
}

/** Parses one article. @param source The whole file. @throws TypeError naming the file whose frontmatter is wrong. */
export function parseArticle(id: string, source: string): ArticleEntry {
  const { frontmatter, body } = split(id, source);
  const document = parseDocument(frontmatter);
  const parsed = articleSchema.safeParse(document.errors.length > 0 ? undefined : document.toJS());
  if (parsed.success) return { id, data: parsed.data, body };
  const [issue] = parsed.error.issues;
  const problem = document.errors[0]?.message ?? `${issue?.path.join('.')}: ${issue?.message}`;
  throw new TypeError(`content/${id}.mdx: ${problem}`);
}

/** Changes an article's frontmatter in place; everything else in the file keeps its form. */
export function editFrontmatter(root: string, id: string, edit: (document: Document) => void): void {
  const path = join(root, `content/${id}.mdx`);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, withFrontmatter(id, source, edit));
}

/** The file's text after a change of its frontmatter. */
export function withFrontmatter(id: string, source: string, edit: (document: Document) => void): string {
  const { frontmatter, body } = split(id, source);
  const document = parseDocument(frontmatter);
  edit(document);
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${body}`;
}

/** Sets a record of hashes, in quotes: bare, some of them would be read as numbers. */
export function setHashes(document: Document, path: readonly string[], hashes: Readonly<Record<string, string>>): void {
  const map = new YAMLMap();
  for (const [key, value] of Object.entries(hashes))
    map.add(new Pair(/^\d/.test(key) ? quoted(key) : key, quoted(value)));
  document.setIn(path, map);
}

function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function idOf(file: string): string {
  return file
    .replaceAll('\\', '/')
    .replace(/^content\//, '')
    .replace(/\.mdx$/, '');
}

function split(id: string, source: string): { frontmatter: string; body: string } {
  const match = /^---\r?\n([\s\S]*?\n)---\r?\n([\s\S]*)$/.exec(source);
  if (!match) throw new TypeError(`content/${id}.mdx does not begin with frontmatter between lines of ---`);
  return { frontmatter: match[1] ?? '', body: match[2] ?? '' };
}

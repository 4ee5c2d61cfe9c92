/** What the documents claim of this repository is so: commands, paths, links, and the map of the tree. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

interface Document {
  readonly file: string;
  readonly text: string;
}

/** The facts that documents are held to. */
export interface Repository {
  /** Names of the scripts in package.json. */
  readonly scripts: readonly string[];
  /** The source of a script, where it is one of this repository's. */
  scriptSource(name: string): string | undefined;
  /** Whether a file or folder is there; `*` stands for any name. */
  has(path: string): boolean;
  /** Files and folders at the root that are kept in git. */
  readonly rootNames: readonly string[];
}

/** Folders that a build makes: their paths may be named before they are there. */
const MADE = /^(dist|node_modules|\.wrangler|\.cache|\.dev\.vars)\b/;

/** Reads README.md and everything in docs/. */
export function readDocuments(root: string = '.'): readonly Document[] {
  const files = ['README.md', ...globSync('docs/**/*.md', { cwd: root }).toSorted()];
  return files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

/** This repository. */
export function readRepository(): Repository {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  return {
    scripts: Object.keys(scripts),
    scriptSource(name) {
      const [, own] = /^node scripts\/run\.mjs (\S+)/.exec(scripts[name] ?? '') ?? [];
      return own && readFileSync(`scripts/${own}.ts`, 'utf8');
    },
    has: (path) => (path.includes('*') ? globSync(path).length > 0 : existsSync(path)),
    rootNames: globSync('{*,.ci}').filter((name) => !ignored.includes(name)),
  };
}

/** Finds what a document claims and the repository does not hold. */
export function findFalseClaims(documents: readonly Document[], repository: Repository): readonly string[] {
  return documents.flatMap((document) => {
    const problems = [
      ...wrongCommands(document, repository),
      ...missingPaths(document, repository),
      ...brokenLinks(document, documents, repository),
      ...(document.file === 'README.md' ? wrongMap(document, repository) : []),
    ];
    return problems.map((problem) => `${document.file}: ${problem}`);
  });
}

/** `npm run x -- --flag`, `npm test`, `npm start`: the script is there, and knows the flag. */
function wrongCommands({ text }: Document, { scripts, scriptSource }: Repository): string[] {
  const commands = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test))(?: -- ((?:--?[\w-]+[ \w./<>-]*)+))?/g)];
  return commands.flatMap(([, run, short, rest]) => {
    const name = run ?? short ?? '';
    if (!scripts.includes(name)) return [`package.json has no script "${name}"`];
    const source = scriptSource(name);
    const flags = [...(rest ?? '').matchAll(/--([\w-]+)/g)].map(([, flag]) => flag ?? '');
    return flags.filter((flag) => source && !source.includes(flag)).map((flag) => `npm run ${name} knows no --${flag}`);
  });
}

/** Paths in code spans that begin with a name at the root. `<locale>` and the like stand for any name. */
function missingPaths({ text }: Document, { has, rootNames }: Repository): string[] {
  const spans = [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '');
  const paths = spans.filter((span) => rootNames.includes(span.split('/')[0] ?? '') && !/\s/.test(span));
  return paths
    .filter((path) => !MADE.test(path) && !has(path.replace(/<[^>]+>/g, '*').replace(/[#:].*$/, '')))
    .map((path) => `\`${path}\` is not there`);
}

/** Links and pictures to files of this repository, and to headings in them. */
function brokenLinks({ file, text }: Document, documents: readonly Document[], { has }: Repository): string[] {
  const targets = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)];
  return targets.flatMap(([, markdown, html]) => {
    const target = markdown ?? html ?? '';
    if (/^[a-z]+:/.test(target)) return [];
    const [path = '', fragment] = target.split('#');
    const full = path === '' ? file : normalize(join(dirname(file), path));
    if (!has(full)) return [`links to ${target}, which is not there`];
    const linked = documents.find((document) => document.file === full);
    return fragment && linked && !headingIds(linked).includes(fragment) ? [`links to ${target}: no such heading`] : [];
  });
}

/** The ids that GitHub gives to headings. */
function headingIds({ text }: Document): string[] {
  return [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

/** The map: each of its lines begins with a path that is there, and it leaves out no folder of the root. */
function wrongMap({ text }: Document, { has, rootNames }: Repository): string[] {
  const [, map] = /^```tree\n([\s\S]*?)^```/m.exec(text) ?? [];
  if (!map) return ['has no map of the tree (a fence marked "tree")'];
  const paths = readMap(map);
  const missing = paths.filter((path) => !has(path.replace(/<[^>]+>/g, '*'))).map((path) => `the map names ${path}`);
  const mapped = new Set(paths.map((path) => path.split('/')[0]));
  const folders = rootNames.filter((name) => !name.includes('.') && !mapped.has(name) && name !== 'LICENSE');
  return [...missing, ...folders.map((name) => `the map leaves out ${name}/`)];
}

/** The paths of a map: names at the start of lines, indented under their folder by two spaces a level. */
function readMap(map: string): string[] {
  const folders: string[] = [];
  return map.split('\n').flatMap((line) => {
    const [, indent = '', names] = /^( *)(\S+(?:, \S+)*)(?: {2}|$)/.exec(line) ?? [];
    if (!names) return [];
    folders.length = indent.length / 2;
    const paths = names.split(', ').map((name) => [...folders, name].join('').replace(/\/$/, ''));
    folders.push(names.endsWith('/') ? names : `${names}/`);
    return paths;
  });
}

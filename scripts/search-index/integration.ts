/**
 * Search as a part of Astro: `astro build` writes the index and the client beside the pages; `astro dev` answers
 * with both from memory, at the same addresses, and makes the index anew after a change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Plugin, runnerImport } from 'vite';

/** From the address of each part of the client to the file that it is made of. */
const client: Readonly<Record<string, string>> = {
  '/_search/client.js': 'src/search/client.ts',
  '/_search/client.css': 'src/search/client.css',
};
const INDEX_URL = /^\/_search\/[^?]+\.json$/;
const sources = /\/(?:content|locales|src\/shared|src\/search)\//;

interface BuiltIndex {
  readonly searchFiles: ReadonlyMap<string, string>;
  readonly summary: string;
}

export default function search(): AstroIntegration {
  let root = '';
  return {
    name: 'latchkey-search',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({ vite: { plugins: [searchInDev(root)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { searchFiles, summary } = await buildFromContent(root);
        for (const [url, text] of searchFiles) write(new URL(`.${url}`, dir), text);
        for (const [url, text] of await bundleClient(root)) write(new URL(`.${url}`, dir), text);
        logger.info(summary);
      },
    },
  };
}

/** Builds the index with the site's own modules, as they are now. */
async function buildFromContent(root: string): Promise<BuiltIndex> {
  const { module } = await runnerImport<BuiltIndex>(`${root}scripts/search-index/built-index.ts`, {
    root,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

async function bundleClient(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [url, source] of Object.entries(client)) {
    const bundle = await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: root + source } },
    });
    const outputs = [bundle].flat().flatMap((one) => ('output' in one ? one.output : []));
    const made = outputs.find(({ fileName }) => extname(fileName) === extname(url));
    if (!made) throw new Error(`${source} did not become ${url}`);
    files.set(url, made.type === 'chunk' ? made.code : String(made.source));
  }
  return files;
}

function write(file: URL, text: string): void {
  mkdirSync(dirname(fileURLToPath(file)), { recursive: true });
  writeFileSync(file, text);
}

function searchInDev(root: string): Plugin {
  let index: Promise<BuiltIndex> | undefined;
  return {
    name: 'latchkey-search-dev',
    apply: 'serve',
    configureServer(server) {
      server.watcher.on('all', (_event, file) => {
        if (sources.test(file.replaceAll('\\', '/'))) index = undefined;
      });
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname in client) response.writeHead(302, { location: `/${client[pathname]}` }).end();
        else if (INDEX_URL.test(pathname)) {
          index ??= buildFromContent(root);
          index.then(({ searchFiles }) => answer(response, searchFiles.get(pathname)), next);
        } else next();
      });
    },
  };
}

function answer(response: ServerResponse, text: string | undefined): void {
  response.writeHead(text === undefined ? 404 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  response.end(text);
}

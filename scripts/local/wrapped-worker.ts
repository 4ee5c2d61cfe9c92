/** The built Worker behind another entry, which opens a door into it: for tests and measurements. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { BUILT_CONFIG } from './throwaway-site';

interface BuiltConfig {
  readonly assets: object;
  readonly d1_databases: readonly object[];
}

/**
 * Copies the built Worker into a folder, with an entry that imports `./entry.mjs` and exports it again.
 *
 * @returns The path of the copy's config.
 */
export function wrapBuiltWorker(entry: string, folder: string): string {
  const config = JSON.parse(readFileSync(BUILT_CONFIG, 'utf8')) as BuiltConfig;
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve(BUILT_CONFIG, '..'), folder, { recursive: true });
  cpSync(entry, join(folder, basename(entry)));
  const copy = {
    ...config,
    main: basename(entry),
    assets: { ...config.assets, directory: resolve('dist/client') },
    d1_databases: config.d1_databases.map((database) => ({ ...database, migrations_dir: resolve('migrations') })),
  };
  const path = join(folder, 'wrangler.json');
  writeFileSync(path, JSON.stringify(copy));
  return path;
}

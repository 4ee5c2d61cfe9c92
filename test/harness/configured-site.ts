/** The site as an operator builds it who wants optional data: a copy of the project with that line of site.ts changed. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { copyProject } from '../../scripts/local/project-copy';
import type { OptionalUses } from '../../src/shared/site';
import { edit } from './edit';
import { keepFewLanguages } from './few-languages';
import { type TestSite, useSite } from './worker';

const SITE = 'src/shared/site.ts';
const DEFAULT = 'optional: { searchCounts: false, measurement: undefined } as OptionalUses,';

export interface ConfiguredSite extends TestSite {
  /** Where the pages are that were built. */
  readonly clientFolder: string;
}

/** Builds and starts such a site, in a few languages, for the tests of this file. */
export function useConfiguredSite(optional: OptionalUses): ConfiguredSite {
  const copy = copyProject(['test']);
  beforeAll(() => {
    const line = `optional: ${JSON.stringify(optional)} as OptionalUses,`;
    edit(join(copy.folder, SITE), (source) => source.replace(DEFAULT, line));
    keepFewLanguages(copy.folder);
    execFileSync('node', ['scripts/build.mjs'], { cwd: copy.folder, stdio: 'pipe' });
  });
  afterAll(() => copy[Symbol.dispose]());
  const site = useSite({}, { config: join(copy.folder, 'dist/server/wrangler.json') });
  return Object.assign(site, { clientFolder: join(copy.folder, 'dist/client') });
}

/** The site as an operator builds it who wants optional data: a copy of the project with that line of site.ts changed. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { copyProject } from '../../scripts/local/project-copy';
import type { OptionalUses } from '../../src/shared/site';
import { type TestSite, useSite } from './worker';

const SITE = 'src/shared/site.ts';
const DEFAULT = 'optional: { searchCounts: false, measurement: undefined } as OptionalUses,';

export interface ConfiguredSite extends TestSite {
  /** Where the pages are that were built. */
  readonly clientFolder: string;
}

/** Builds and starts such a site for the tests of this file. */
export function useConfiguredSite(optional: OptionalUses): ConfiguredSite {
  const copy = copyProject(['test']);
  beforeAll(() => {
    const file = join(copy.folder, SITE);
    const source = readFileSync(file, 'utf8');
    if (!source.includes(DEFAULT)) throw new TypeError(`${SITE} does not hold: ${DEFAULT}`);
    writeFileSync(file, source.replace(DEFAULT, `optional: ${JSON.stringify(optional)} as OptionalUses,`));
    execFileSync('node', ['scripts/build.mjs'], { cwd: copy.folder, stdio: 'pipe' });
  });
  afterAll(() => copy[Symbol.dispose]());
  const site = useSite({}, { config: join(copy.folder, 'dist/server/wrangler.json') });
  return Object.assign(site, { clientFolder: join(copy.folder, 'dist/client') });
}

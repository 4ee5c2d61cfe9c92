/** A copy of the project whose own database holds rows: for scripts that an operator runs over it. */
import { afterAll, beforeAll } from 'vitest';
import { command } from '../../scripts/local/command';
import { copyProject, type ProjectCopy } from '../../scripts/local/project-copy';

const LOCAL = ['ACCOUNTS', '--local', '--persist-to', '.wrangler/state'];

/** Makes the copy for the tests of this file. @returns Runs a script of package.json in it, and gives what it printed. */
export function useLocalDatabase(rows: string): (...args: readonly string[]) => Promise<string> {
  let copy: ProjectCopy;
  beforeAll(async () => {
    copy = copyProject(['test', 'docs', 'content']);
    const options = { cwd: copy.folder, env: { CI: 'true' } };
    await command('wrangler', ['d1', 'migrations', 'apply', ...LOCAL], options);
    await command('wrangler', ['d1', 'execute', ...LOCAL, '--command', rows], options);
  });
  afterAll(() => copy[Symbol.dispose]());
  return (...args) => command('npm', ['run', '--silent', ...args], { cwd: copy.folder });
}

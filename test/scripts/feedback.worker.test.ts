/** `npm run feedback`, as an author runs it, over this machine's database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../../scripts/local/command';
import { copyProject, type ProjectCopy } from '../../scripts/local/project-copy';

const LOCAL = ['ACCOUNTS', '--local', '--persist-to', '.wrangler/state'];
const ROWS = `INSERT INTO feedback_counts VALUES
  ('logging-in/locked-out', 'ar', 'ar-22222222', 'yes', 20, 1), ('logging-in/locked-out', 'ar', 'ar-22222222', 'no', 30, 1);
  INSERT INTO missed_searches VALUES ('en', 'delete account', 3, 1), ('en', 'only once', 1, 1)`;

let copy: ProjectCopy;
beforeAll(async () => {
  copy = copyProject(['test', 'docs', 'content']);
  const options = { cwd: copy.folder, env: { CI: 'true' } };
  await command('wrangler', ['d1', 'migrations', 'apply', ...LOCAL], options);
  await command('wrangler', ['d1', 'execute', ...LOCAL, '--command', ROWS], options);
});
afterAll(() => copy[Symbol.dispose]());

test('it prints what the database holds, and no search that one person alone made', async () => {
  const printed = await command('npm', ['run', '--silent', 'feedback'], { cwd: copy.folder });
  expect(printed).toMatch(/^logging-in\/locked-out +ar +ar-22222222 +20 +30 +46 % no$/m);
  expect(printed).toContain('3  en  delete account');
  expect(printed).not.toContain('only once');
});

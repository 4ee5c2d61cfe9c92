/** `npm run feedback`, as an author runs it, over this machine's database. */
import { expect, test } from 'vitest';
import { useLocalDatabase } from '../harness/local-database';

const ROWS = `INSERT INTO feedback_counts VALUES
  ('logging-in/locked-out', 'ar', 'ar-22222222', 'yes', 20, 1), ('logging-in/locked-out', 'ar', 'ar-22222222', 'no', 30, 1);
  INSERT INTO missed_searches VALUES ('en', 'delete account', 3, 1), ('en', 'only once', 1, 1)`;

const npmRun = useLocalDatabase(ROWS);

test('it prints what the database holds, and no search that one person alone made', async () => {
  const printed = await npmRun('feedback');
  expect(printed).toMatch(/^logging-in\/locked-out +ar +ar-22222222 +20 +30 +46 % no$/m);
  expect(printed).toContain('3  en  delete account');
  expect(printed).not.toContain('only once');
});

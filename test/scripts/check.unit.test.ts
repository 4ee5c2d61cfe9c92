import { expect, test } from 'vitest';
import { runCheck } from '../../scripts/check';

const title = 'It holds';

test('a check that finds nothing counts as one that passed', async () => {
  expect(await runCheck({ title, run: () => ({ problems: [] }) })).toMatchObject({ passed: 1, failed: 0 });
});

test('a check that finds something counts as one that failed, and says what', async () => {
  const result = await runCheck({ title, run: () => ({ problems: ['this', 'that'] }) });
  expect(result).toMatchObject({ passed: 0, failed: 1, problems: ['this', 'that'] });
});

test('a check that breaks has failed', async () => {
  const run = () => Promise.reject(new Error('no build'));
  expect(await runCheck({ title, run })).toMatchObject({ passed: 0, failed: 1, problems: ['no build'] });
});

test('tests are counted one by one', async () => {
  const run = () => ({ problems: ['2 tests failed'], tests: { passed: 5, failed: 2 } });
  expect(await runCheck({ title, run })).toMatchObject({ passed: 5, failed: 2 });
});

test('a test run that ends badly has failed even when every test that ran has passed', async () => {
  const run = () => ({ problems: ['an error outside of tests'], tests: { passed: 5, failed: 0 } });
  expect(await runCheck({ title, run })).toMatchObject({ passed: 5, failed: 1 });
});

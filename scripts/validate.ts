/**
 * `npm run validate`: everything that must hold before a change is merged; what CI runs.
 *
 *   -- --without-tests   all but the tests
 */
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readBuiltPages } from './built-pages';
import { type Check, type CheckResult, type Findings, runCheck } from './check';
import { findFalseClaims, readDocuments, readRepository } from './check-docs';
import { findBrokenLinks } from './check-links';
import { checkLanguages } from './check-translations';
import { command } from './local/command';
import { serveThrowawaySite } from './local/throwaway-site';

const RESULTS = '.cache/tests.json';

/** What stands together runs at once; the rest measures, or needs what was made before it. */
const checks: readonly (readonly Check[])[] = [
  [
    { title: 'Style, sizes and import arrows are kept', run: () => npm('lint') },
    { title: 'Every type is right', run: () => npm('types') },
    { title: 'What the documents claim is so', run: checkDocuments },
    { title: 'Every translation is sound', run: checkTranslations },
  ],
  [{ title: 'The site builds, and every language is complete', run: () => npm('build') }],
  [{ title: 'Every test passes', run: runTests }],
  [
    { title: 'Every link leads somewhere', run: checkLinks },
    { title: 'Tickets hold under faults', run: () => npm('bench:tickets', '--quick') },
  ],
  [{ title: 'Every budget is kept', run: () => npm('bench', '--budgets') }],
  [{ title: 'Recovery holds under load and faults', run: () => npm('bench:recovery', '--quick') }],
];

/** Runs a script of package.json; what it prints is told when it fails. */
async function npm(script: string, ...args: readonly string[]): Promise<Findings> {
  const output = await command('npm', ['run', '--silent', script, '--', ...args]);
  if (script.startsWith('bench')) console.log(output);
  return { problems: [] };
}

/** The build is the one that was just made. */
async function runTests(): Promise<Findings> {
  rmSync(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const failure = await command('npm', ['test', '--silent', '--', ...reporters], { env: { LATCHKEY_BUILT: '1' } }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(RESULTS, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { problems: failure ? [failure] : [], tests: { passed: numPassedTests, failed: numFailedTests } };
}

function checkDocuments(): Findings {
  return { problems: findFalseClaims(readDocuments(), readRepository()) };
}

async function checkTranslations(): Promise<Findings> {
  return { problems: await checkLanguages(process.cwd()) };
}

async function checkLinks(): Promise<Findings> {
  await using site = await serveThrowawaySite();
  const builtOrigin = new URL(requireCanonical()).origin;
  const problems = await findBrokenLinks(readBuiltPages(), builtOrigin, async (method, path) => {
    const { status } = await fetch(`${site.origin}${path}`, { method, redirect: 'manual' });
    return status;
  });
  return { problems };
}

/** The canonical link of the first page: it tells which origin the pages were built for. */
function requireCanonical(): string {
  const links = readBuiltPages().flatMap(({ elements }) => elements.filter(({ name }) => name === 'link'));
  const canonical = links.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href;
  if (!canonical) throw new TypeError('no page states its canonical URL');
  return canonical;
}

function report({ title, passed, failed, seconds, problems }: CheckResult): void {
  const count = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(`${failed === 0 ? '✓' : '✗'} ${title}${count}  ${seconds.toFixed(1)} s`);
  for (const problem of problems) console.log(problem.replace(/^/gm, '    '));
}

const { values } = parseArgs({ options: { 'without-tests': { type: 'boolean', default: false } } });
const results: CheckResult[] = [];
for (const group of checks) {
  const asked = group.filter(({ run }) => !(values['without-tests'] && run === runTests));
  const found = await Promise.all(asked.map(runCheck));
  found.forEach(report);
  results.push(...found);
}
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${results.reduce((sum, result) => sum + result.passed, 0)} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

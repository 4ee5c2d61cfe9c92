/**
 * `npm run bench:recovery`: what recovery holds under load and faults, on the built Worker in workerd.
 *
 *   -- --quick   the same with few requests, for CI
 */
import { parseArgs } from 'node:util';
import { proveCrashesLoseNothing } from './bench/recovery/crashes';
import { proveNoEnumeration } from './bench/recovery/enumeration';
import { proveExactLimit } from './bench/recovery/exact-limit';
import { proveMailSurvivesFailures } from './bench/recovery/failing-mail';
import { weighForms } from './bench/recovery/page-weight';
import type { Proof } from './bench/recovery/proof';
import { proveSingleRedemption } from './bench/recovery/redemptions';
import { measureRequests } from './bench/recovery/request-cost';
import { type SiteUnderLoad, startSiteUnderLoad } from './bench/recovery/site-under-load';
import { measureThroughput } from './bench/recovery/throughput';

const full = {
  links: 100,
  redemptions: 100,
  atLimit: 2000,
  perArm: 1000,
  failing: 1000,
  killed: 200,
  crashes: 3,
  costs: 300,
  rate: 2000,
};
const quick = {
  links: 3,
  redemptions: 20,
  atLimit: 60,
  perArm: 40,
  failing: 40,
  killed: 24,
  crashes: 1,
  costs: 20,
  rate: 200,
};

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const size = values.quick ? quick : full;

const parts: readonly ((site: SiteUnderLoad) => Promise<Proof>)[] = [
  weighForms,
  (site) => measureRequests(site, size.costs),
  (site) => measureThroughput(site, size.rate),
  (site) => proveNoEnumeration(site, size.perArm),
  (site) => proveExactLimit(site, size.atLimit),
  (site) => proveSingleRedemption(site, size.links, size.redemptions),
  (site) => proveMailSurvivesFailures(site, size.failing, { isQuick: values.quick }),
  (site) => proveCrashesLoseNothing(site, size.killed, size.crashes),
];

async function run(): Promise<string[]> {
  await using site = await startSiteUnderLoad();
  const problems: string[] = [];
  for (const part of parts) {
    const proof = await part(site);
    console.log(proof.lines.join('\n'));
    problems.push(...proof.problems);
  }
  return problems;
}

const problems = await run();
for (const problem of problems) console.error(`✗ ${problem.trim()}`);
console.log(problems.length === 0 ? '\nEverything holds.' : `\n${problems.length} things do not hold.`);
if (problems.length > 0) process.exitCode = 1;

/**
 * `npm run bench:tickets`: what tickets hold under faults, on the built Worker in workerd.
 *
 *   -- --quick   the same with few tickets, for CI
 */
import { parseArgs } from 'node:util';
import { startSiteUnderLoad } from './bench/recovery/site-under-load';
import { proveTicketsSurvive } from './bench/tickets/tickets-under-fire';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const size = values.quick ? { tickets: 30, crashes: 1 } : { tickets: 1000, crashes: 3 };

await using site = await startSiteUnderLoad();
const { lines, problems } = await proveTicketsSurvive(site, { ...size, isQuick: values.quick });
console.log(lines.join('\n'));
for (const problem of problems) console.error(`✗ ${problem.trim()}`);
console.log(problems.length === 0 ? '\nEverything holds.' : `\n${problems.length} things do not hold.`);
if (problems.length > 0) process.exitCode = 1;

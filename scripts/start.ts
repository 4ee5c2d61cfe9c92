/** `npm start`: builds everything, then serves the real Worker and its inboxes on this machine until Ctrl-C. */
import { command } from './local/command';
import { prepareDatabase } from './local/database';
import { describeSite } from './local/describe-site';
import { claimFolder } from './local/folder-claim';
import { openInboxes } from './local/inboxes';
import { interruption, untilAborted } from './local/interruption';
import { choosePorts, requireFree } from './local/ports';
import { serveSite } from './local/site';
import { writeVariables } from './local/variables';

async function start(interrupted: AbortSignal): Promise<void> {
  const ports = choosePorts(process.env.PORT);
  await using _folder = await claimFolder(ports.site);
  await requireFree(ports);
  const variables = writeVariables(ports);
  console.log('Building the site and preparing its database...');
  const env = { SITE_ORIGIN: variables.SITE_ORIGIN };
  await Promise.all([
    command('node', ['scripts/build.mjs'], { env, signal: interrupted }),
    prepareDatabase(interrupted),
  ]);
  await using inboxes = await openInboxes(ports);
  await using _site = await serveSite(ports.site, variables);
  console.log(describeSite(variables.SITE_ORIGIN, inboxes));
  await untilAborted(interrupted);
}

const interrupted = interruption();
try {
  await start(interrupted);
} catch (error) {
  if (!interrupted.aborted) throw error;
}

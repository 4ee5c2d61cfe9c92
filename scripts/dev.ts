/** `npm run dev`: the authors' loop. Pages, forms, mails and text messages work, and change as their files do; nothing is built first. */
import { dev } from 'astro';
import { prepareDatabase } from './local/database';
import { describeSite } from './local/describe-site';
import { claimFolder } from './local/folder-claim';
import { openInboxes } from './local/inboxes';
import { interruption, untilAborted } from './local/interruption';
import { choosePorts, requireFree } from './local/ports';
import { writeVariables } from './local/variables';

async function develop(interrupted: AbortSignal): Promise<void> {
  const ports = choosePorts(process.env.PORT);
  await using _folder = await claimFolder(ports.site);
  await requireFree(ports);
  const { SITE_ORIGIN } = writeVariables(ports);
  await prepareDatabase(interrupted);
  await using inboxes = await openInboxes(ports);
  const server = await dev({ site: SITE_ORIGIN, server: { port: ports.site }, vite: { server: { strictPort: true } } });
  console.log(describeSite(SITE_ORIGIN, inboxes));
  await untilAborted(interrupted);
  await server.stop();
}

const interrupted = interruption();
try {
  await develop(interrupted);
} catch (error) {
  if (!interrupted.aborted) throw error;
}

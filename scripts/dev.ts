/** `npm run dev`: the authors' loop. Pages, forms and mails work, and change as their files do; nothing is built first. */
import { dev } from 'astro';
import { prepareDatabase } from './local/database';
import { describeSite } from './local/describe-site';
import { interruption, untilAborted } from './local/interruption';
import { openMailbox } from './local/mailbox';
import { choosePorts, requireFree } from './local/ports';
import { writeVariables } from './local/variables';

async function develop(interrupted: AbortSignal): Promise<void> {
  const ports = choosePorts(process.env.PORT);
  await requireFree(ports);
  const { SITE_ORIGIN } = writeVariables(ports);
  await prepareDatabase(interrupted);
  await using mailbox = await openMailbox(ports.mailbox);
  const server = await dev({ site: SITE_ORIGIN, server: { port: ports.site }, vite: { server: { strictPort: true } } });
  console.log(describeSite(SITE_ORIGIN, mailbox.inboxUrl));
  await untilAborted(interrupted);
  await server.stop();
}

const interrupted = interruption();
try {
  await develop(interrupted);
} catch (error) {
  if (!interrupted.aborted) throw error;
}

/**
 * Brings back the jobs that were given up: lets the deployed Worker read the dead-letter queue of wrangler.toml, too.
 *
 * @example npm run replay
 * @example npm run replay -- --stop
 */
import { unstable_readConfig as readConfig } from 'wrangler';
import { command } from './local/command';
import { PersonError } from './local/person-error';
import { replayCommand } from './local/replay-command';

const isStop = process.argv.includes('--stop');
const args = replayCommand(readConfig({ config: 'wrangler.toml' }), isStop);
try {
  await command('wrangler', args);
} catch (error) {
  throw new PersonError(
    `Cloudflare did not do it. Are you logged in (npx wrangler login), and is the Worker deployed?\n${error}`,
  );
}
console.log(
  isStop
    ? 'The dead-letter queue is left alone again.'
    : 'The Worker moves what waits there. Each job makes an event job.replayed (npx wrangler tail). When no more come: npm run replay -- --stop',
);

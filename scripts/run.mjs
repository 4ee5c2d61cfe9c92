/** Runs a TypeScript script with the site's own module resolution: `node scripts/run.mjs <name> [arguments]`. */
import { runnerImport } from 'vite';

const quiet = { ASTRO_TELEMETRY_DISABLED: '1', CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' };
Object.assign(process.env, quiet, { WRANGLER_LOG: process.env.WRANGLER_LOG ?? 'error' });

const [name, ...rest] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, `scripts/${name}.ts`, ...rest);
try {
  await runnerImport(new URL(`${name}.ts`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });
} catch (error) {
  console.error(error?.name === 'PersonError' ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}

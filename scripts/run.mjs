/** Runs a TypeScript script with the site's own module resolution: `node scripts/run.mjs <name> [arguments]`. */
import { runnerImport } from 'vite';
import { quiet } from './local/quiet.mjs';

const [name, ...rest] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, `scripts/${name}.ts`, ...rest);
for (const [variable, value] of Object.entries(quiet)) process.env[variable] ??= value;
try {
  await runnerImport(new URL(`${name}.ts`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });
} catch (error) {
  console.error(error?.name === 'PersonError' ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}

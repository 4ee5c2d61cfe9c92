/** Runs a TypeScript script with the site's own module resolution: `node scripts/run.mjs <name> [arguments]`. */
import { runnerImport } from 'vite';

const [name, ...rest] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, `scripts/${name}.ts`, ...rest);
await runnerImport(new URL(`${name}.ts`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });

/** `npm run build`: Astro's build in as little memory as it can do with. A large site needs twice as much without these. */
import { spawnSync } from 'node:child_process';

const flags = ['--optimize-for-size', '--max-semi-space-size=4'];
const { status } = spawnSync(process.execPath, [...flags, 'node_modules/astro/bin/astro.mjs', 'build'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    // A script that calls this may run in Vite's development mode, in which pages render three times as slowly.
    NODE_ENV: 'production',
    // The bundler's allocator gives memory back at once.
    MIMALLOC_PURGE_DELAY: '0',
  },
});
process.exitCode = status ?? 1;

import { defineConfig } from 'vitest/config';
import { quiet } from './scripts/local/quiet.mjs';

/** A test's suffix says where its subject runs: `.unit` in Node, `.worker` in workerd, `.browser` in Chromium. */
const runtimes = {
  unit: { testTimeout: 30_000 },
  worker: { testTimeout: 30_000, hookTimeout: 120_000, globalSetup: ['test/harness/build.ts'] },
  browser: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    globalSetup: ['test/harness/build.ts', 'test/harness/chromium.ts'],
  },
};

export default defineConfig({
  test: {
    // Journeys wait as much as they work: three at once keep two cores busy.
    maxWorkers: 3,
    expect: { poll: { timeout: 15_000 } },
    projects: Object.entries(runtimes).map(([name, settings]) => ({
      test: {
        name,
        include: [`test/**/*.${name}.test.ts`],
        setupFiles: ['test/harness/silence.ts'],
        env: quiet,
        ...settings,
      },
    })),
  },
});

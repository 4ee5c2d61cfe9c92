/** The built Worker in workerd with storage of its own, gone when it is closed: for tests and measurements. */
import { randomBytes } from 'node:crypto';
import { createTestHarness, type TestHarnessOptions } from 'wrangler';

/** What `astro build` writes. */
export const BUILT_CONFIG = 'dist/server/wrangler.json';

/**
 * Takes the port, which the Worker has to know when it starts; started twice itself, it would cost two seconds more.
 * Where Workers stand beside it, nothing can stand in for it.
 */
const STANDBY = { name: 'standby', compatibility_date: '2026-10-01', assets: { directory: 'public' } };

/** The crons of wrangler.toml all lead to the same. */
const SCHEDULE = '*/5 * * * *';

export interface WorkerLog {
  readonly level: string;
  readonly message: string;
}

/** Workers that stand beside the site's own, and how it meets them. */
export interface Surroundings {
  /** The config of the site's Worker. */
  readonly config: string;
  readonly workers: TestHarnessOptions['workers'];
  /** Bindings of the site that lead to one of them: the binding's name, the Worker's. */
  readonly bindings: Readonly<Record<string, string>>;
}

export interface ThrowawaySite extends AsyncDisposable {
  /** `http://localhost:<port>`; the Worker's SITE_ORIGIN too. */
  readonly origin: string;
  /** The Worker's bindings, vars and secrets. */
  environment(): Promise<Record<string, unknown>>;
  /** What the Worker has logged since the start. */
  logs(): readonly WorkerLog[];
  /** Runs the Worker's schedule once, to its end. */
  runSchedule(): Promise<void>;
  /** Restarts the Worker with other variables; storage stays. */
  configure(variables: Readonly<Record<string, string>>): Promise<void>;
}

/** Starts the Worker on a free port, with D1 migrations applied. @param variables Replace those of wrangler.toml. */
export async function serveThrowawaySite(
  variables: Readonly<Record<string, string>> = {},
  { config, workers, bindings }: Surroundings = { config: BUILT_CONFIG, workers: [], bindings: {} },
): Promise<ThrowawaySite> {
  const secrets = { PEPPER: randomBytes(32).toString('base64'), RESEND_API_KEY: 're_test' };
  const optionsFor = (vars: Readonly<Record<string, string>>): TestHarnessOptions => ({
    workers: [{ configPath: config, secrets, vars: { ...vars }, bindingOverrides: { ...bindings } }, ...workers],
  });
  const harness = createTestHarness(workers.length === 0 ? { workers: [{ config: STANDBY }] } : optionsFor(variables));
  const { url } = await harness.listen();
  const origin = `http://localhost:${url.port}`;
  let vars = variables;
  const configure = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    vars = { ...vars, ...changed };
    await harness.update(optionsFor({ ...vars, SITE_ORIGIN: origin }));
  };
  await configure({});
  await harness.getWorker().applyD1Migrations('ACCOUNTS');
  return {
    origin,
    environment: () => harness.getWorker().getEnv(),
    logs: () => harness.getLogs(),
    async runSchedule() {
      const { outcome } = await harness.getWorker().scheduled({ cron: SCHEDULE, scheduledTime: new Date() });
      if (outcome !== 'ok') throw new Error(`the schedule ended with "${outcome}"`);
    },
    configure,
    [Symbol.asyncDispose]: () => harness.close(),
  };
}

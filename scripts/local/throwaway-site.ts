/** The built Worker in workerd with storage of its own, gone when it is closed: for tests and measurements. */
import { randomBytes } from 'node:crypto';
import { createTestHarness } from 'wrangler';

const CONFIG = 'dist/server/wrangler.json';

export interface WorkerLog {
  readonly level: string;
  readonly message: string;
}

export interface ThrowawaySite extends AsyncDisposable {
  /** `http://localhost:<port>`; the Worker's SITE_ORIGIN too. */
  readonly origin: string;
  /** The Worker's bindings, vars and secrets. */
  environment(): Promise<Record<string, unknown>>;
  /** What the Worker has logged since the start. */
  logs(): readonly WorkerLog[];
  /** Restarts the Worker with other variables; storage stays. */
  configure(variables: Readonly<Record<string, string>>): Promise<void>;
}

/** Starts the Worker on a free port, with D1 migrations applied. @param variables Replace those of wrangler.toml. */
export async function serveThrowawaySite(variables: Readonly<Record<string, string>> = {}): Promise<ThrowawaySite> {
  const secrets = { PEPPER: randomBytes(32).toString('base64'), RESEND_API_KEY: 're_test' };
  const harness = createTestHarness({ workers: [{ configPath: CONFIG, secrets, vars: { ...variables } }] });
  const { url } = await harness.listen();
  const origin = `http://localhost:${url.port}`;
  let vars: Readonly<Record<string, string>> = variables;
  const configure = async (changed: Readonly<Record<string, string>>): Promise<void> => {
    vars = { ...vars, ...changed };
    await harness.update({ workers: [{ configPath: CONFIG, secrets, vars: { ...vars, SITE_ORIGIN: origin } }] });
  };
  await configure({});
  await harness.getWorker().applyD1Migrations('ACCOUNTS');
  return {
    origin,
    environment: () => harness.getWorker().getEnv(),
    logs: () => harness.getLogs(),
    configure,
    [Symbol.asyncDispose]: () => harness.close(),
  };
}

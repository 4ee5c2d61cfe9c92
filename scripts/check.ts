/** What `npm run validate` is made of. */
export interface Check {
  /** What holds when it passes: `Every link leads somewhere`. */
  readonly title: string;
  /** Finds what is wrong, one line each; empty when nothing is. Throws when it cannot tell. */
  run(): Promise<Findings> | Findings;
}

export interface Findings {
  readonly problems: readonly string[];
  /** How many tests passed and failed, where the check is made of tests; otherwise it counts as one. */
  readonly tests?: { readonly passed: number; readonly failed: number };
}

export interface CheckResult {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  readonly problems: readonly string[];
}

/** Runs a check. A check that throws has failed. */
export async function runCheck({ title, run }: Check): Promise<CheckResult> {
  const started = performance.now();
  const { problems, tests } = await findingsOf(run);
  const seconds = (performance.now() - started) / 1000;
  const isBroken = problems.length > 0;
  const passed = tests?.passed ?? Number(!isBroken);
  const failed = Math.max(tests?.failed ?? 0, Number(isBroken));
  return { title, passed, failed, seconds, problems };
}

async function findingsOf(run: Check['run']): Promise<Findings> {
  try {
    return await run();
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : String(error)] };
  }
}

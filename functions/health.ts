/** What works, without telling of whom. */

/** `mail` and `configuration`: the variables are there and well-formed. */
export type HealthPart = 'store' | 'database' | 'account-system' | 'gate' | 'queue' | 'mail' | 'configuration';

export interface Health {
  readonly isWell: boolean;
  readonly parts: Readonly<Partial<Record<HealthPart, 'ok' | 'failing'>>>;
}

type Probes = Readonly<Record<Exclude<HealthPart, 'mail' | 'configuration'>, () => Promise<unknown>>>;

export interface HealthCheck {
  /** The last answer, while it is fresh. */
  recall(): Health | undefined;
  check(): Promise<Health>;
}

/** How long an answer stands: whoever asks more often costs nothing. */
export const HEALTH_SECONDS = 10;
/** A part that takes longer than this does not work for visitors either. */
const PROBE_MILLISECONDS = 2_000;

/** What is answered where variables are missing or wrong. */
export const unconfigured: Health = { isWell: false, parts: { configuration: 'failing' } };

/** Asks every part at once. A probe that throws, or takes too long, is a part that fails. */
export function createHealthCheck(probes: Probes, now: () => number): HealthCheck {
  let last: { readonly health: Health; readonly at: number } | undefined;
  return {
    recall: () => (last !== undefined && now() - last.at < HEALTH_SECONDS * 1000 ? last.health : undefined),
    async check() {
      const asked = Object.entries(probes).map(async ([part, probe]) => [part, await isWorking(probe)] as const);
      const answers = await Promise.all(asked);
      const parts = Object.fromEntries(answers.map(([part, works]) => [part, works ? 'ok' : 'failing']));
      const isWell = answers.every(([, works]) => works);
      // This code only runs where the configuration was read.
      const health: Health = { isWell, parts: { configuration: 'ok', mail: 'ok', ...parts } };
      last = { health, at: now() };
      return health;
    },
  };
}

async function isWorking(probe: () => Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MILLISECONDS);
  });
  try {
    return await Promise.race([probe().then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Commands of this project's own packages, quiet unless they fail. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUTPUT_BYTES = 64 * 1024 * 1024;

export interface CommandOptions {
  readonly env?: Readonly<NodeJS.Dict<string>>;
  readonly signal?: AbortSignal;
  readonly cwd?: string;
}

/**
 * Runs a command and returns what it printed.
 *
 * @throws Error with the whole output when it fails; the signal's reason when that ended it.
 */
export async function command(name: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { env, signal, cwd } = options;
  try {
    const { stdout } = await run(name, args, { cwd, signal, env: { ...process.env, ...env }, maxBuffer: OUTPUT_BYTES });
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${name} ${args.join(' ')} failed\n${stdout}${stderr}`, { cause: error });
  }
}

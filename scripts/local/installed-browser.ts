/** Browsers of this machine, and those that its package manager has. */
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command';

/** Where each of these programs would be. */
export function pathsOf(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first that is there and tells its version. */
export async function firstRunning(
  paths: readonly string[],
  args: readonly string[] = [],
): Promise<string | undefined> {
  for (const path of paths) {
    if (!isFile(path)) continue;
    const version = await command(path, ['--version', ...args]).catch(() => '');
    if (/\d+\.\d+/.test(version)) return path;
  }
  return undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Installs a package of Debian or its kin. @throws Error when that is not ours to do, or fails. */
export async function installPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error('needs root');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  await command('apt-get', ['update', '-qq'], { env });
  await command('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...wait, name], { env });
}

/** A copy of this project in a folder of its own, as a fresh clone after `npm ci`: what is built there stays there. */
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface ProjectCopy extends Disposable {
  readonly folder: string;
}

/** @param without Names at the root that are left out, beside what git ignores. */
export function copyProject(without: readonly string[] = []): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  const dispose = () => rmSync(folder, { recursive: true });
  try {
    const left = new Set([...ignoredNames(), ...without, '.git']);
    for (const name of globSync('{*,.*}')) {
      if (!left.has(name)) cpSync(name, join(folder, name), { recursive: true });
    }
    linkPackages(join(folder, 'node_modules'));
    return { folder, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function ignoredNames(): string[] {
  const lines = readFileSync('.gitignore', 'utf8').split('\n');
  return lines.map((line) => line.replace(/\/$/, '')).filter(Boolean);
}

/** Links each package, not their folder: builds keep caches in it. */
function linkPackages(folder: string): void {
  mkdirSync(folder);
  const isPackage = (name: string) => !name.startsWith('.') || name === '.bin';
  for (const name of readdirSync('node_modules').filter(isPackage)) {
    symlinkSync(resolve('node_modules', name), join(folder, name));
  }
}

/** A copy of this project that may be changed and built, without its texts. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COPIED = [
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'wrangler.toml',
  'functions',
  'public',
  'scripts',
  'src',
];

export interface ProjectCopy extends Disposable {
  readonly folder: string;
}

/** Makes the copy, in the folder for what is temporary. Disposing removes it. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-copy-'));
  for (const name of COPIED) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

import { readFileSync, writeFileSync } from 'node:fs';

/** Changes a file of a copy. @throws TypeError when that changes nothing: the file is not what the test takes it for. */
export function edit(file: string, change: (source: string) => string): void {
  const source = readFileSync(file, 'utf8');
  const changed = change(source);
  if (changed === source) throw new TypeError(`nothing changes in ${file}`);
  writeFileSync(file, changed);
}

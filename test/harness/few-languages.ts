/** A copy of the project that is built in a few languages: all of them would only take longer. */
import { join } from 'node:path';
import type { Locale } from '../../src/shared/locales';
import { edit } from './edit';

/** Those that the tests of copies read. */
const READ: readonly string[] = ['en', 'es', 'ar', 'ja'] satisfies Locale[];

/** Leaves only these languages online. @param folder The copy's. */
export function keepFewLanguages(folder: string): void {
  edit(join(folder, 'src/shared/locales.ts'), (source) =>
    source.replace(/\{\s*code: '([\w-]+)'[^}]+\}/g, (entry, code) =>
      READ.includes(code) ? entry : entry.replace('enabled: true', 'enabled: false'),
    ),
  );
}

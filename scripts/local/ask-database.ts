/** Questions to the account database by wrangler, which knows where it is and who may ask. */
import { dirname } from 'node:path';
import { command } from './command';
import { STATE_FOLDER } from './state';

export type DatabaseRow = Readonly<Record<string, unknown>>;

/**
 * Runs SQL statements. @param isRemote The deployed database; else the one on this machine.
 *
 * @returns The rows of each statement. @throws Error with what wrangler said.
 */
export async function askDatabase(sql: string, isRemote: boolean): Promise<readonly (readonly DatabaseRow[])[]> {
  const place = isRemote ? ['--remote'] : ['--local', '--persist-to', dirname(STATE_FOLDER)];
  const args = ['d1', 'execute', 'ACCOUNTS', ...place, '--yes', '--json', '--command', sql];
  // What it prints is its answer: this project's scripts run it more quietly than that.
  const output = await command('wrangler', args, { env: { WRANGLER_LOG: 'log' } });
  return (JSON.parse(output) as { readonly results: readonly DatabaseRow[] }[]).map(({ results }) => results);
}

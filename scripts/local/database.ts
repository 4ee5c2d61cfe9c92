/** The local account database: migrations applied, demo accounts in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getPlatformProxy, unstable_readConfig as readConfig } from 'wrangler';
import { command } from './command';
import { seedDemoAccounts } from './demo-accounts';
import { STATE_FOLDER } from './state';

/** The part of wrangler.toml that the database needs. */
const DATABASE_CONFIG = '.wrangler/accounts.json';

/** Applies the migrations that are new, and adds the demo accounts that are missing. */
export async function prepareDatabase(signal?: AbortSignal): Promise<void> {
  const migrate = ['d1', 'migrations', 'apply', 'ACCOUNTS', '--local', '--persist-to', dirname(STATE_FOLDER)];
  await command('wrangler', migrate, { env: { CI: 'true' }, signal });
  writeDatabaseConfig();
  const platform = await getPlatformProxy<{ ACCOUNTS: D1Database }>({
    configPath: DATABASE_CONFIG,
    persist: { path: STATE_FOLDER },
  });
  try {
    await seedDemoAccounts(platform.env.ACCOUNTS);
  } finally {
    await platform.dispose();
  }
}

function writeDatabaseConfig(): void {
  const { name, compatibility_date, d1_databases } = readConfig({ config: 'wrangler.toml' });
  mkdirSync(dirname(DATABASE_CONFIG), { recursive: true });
  writeFileSync(DATABASE_CONFIG, JSON.stringify({ name, compatibility_date, d1_databases }));
}

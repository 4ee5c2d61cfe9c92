/** What a site on this machine needs beside wrangler.toml: its addresses, and secrets that only this machine knows. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { localTwilio } from './inboxes';
import type { Ports } from './ports';

/** Read by the Worker in `astro dev` too; never committed. */
const FILE = '.dev.vars';

export interface LocalVariables extends Record<keyof typeof localTwilio, string> {
  readonly SITE_ORIGIN: string;
  readonly RESEND_BASE_URL: string;
  readonly RESEND_API_KEY: string;
  readonly PEPPER: string;
  readonly TEXT_MESSAGES: string;
  readonly SMS_BASE_URL: string;
}

/** Writes the variables of a local site to `.dev.vars`. Secrets are made on the first run and kept; operators' own lines stay. */
export function writeVariables({ site, mailbox, texts }: Ports, file: string = FILE): LocalVariables {
  const known = readVariables(file);
  const variables = {
    ...known,
    SITE_ORIGIN: `http://localhost:${site}`,
    RESEND_BASE_URL: `http://localhost:${mailbox}`,
    RESEND_API_KEY: known.RESEND_API_KEY ?? 're_local',
    TEXT_MESSAGES: 'twilio',
    SMS_BASE_URL: `http://localhost:${texts}`,
    ...localTwilio,
    PEPPER: known.PEPPER ?? randomBytes(32).toString('base64'),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return variables;
}

function readVariables(file: string): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

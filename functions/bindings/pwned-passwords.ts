/** Passwords known from breaches, by the range API of Have I Been Pwned (https://haveibeenpwned.com/API/v3#PwnedPasswords). */
import { fetchText } from '../fetch-text';
import type { BreachList } from '../recovery/ports';

export interface PwnedPasswordsSettings {
  /** `https://api.pwnedpasswords.com`, or a mirror of it. */
  readonly origin: string;
  readonly timeoutMilliseconds?: number;
}

/** A visitor waits for this. */
const TIMEOUT_MILLISECONDS = 2_000;
/** Five times the longest range of 2026. */
const MAX_BYTES = 262_144;

/** How much of the hash leaves: one of 16^5 ranges, each shared by hundreds of known passwords. */
const PREFIX_CHARACTERS = 5;

const LINE = /^([0-9A-F]{35}):(\d+)$/;

/** The list did not answer as it should. Holds nothing of the password. */
export class BreachListError extends Error {
  constructor(readonly code: 'unavailable' | 'unreadable') {
    super(`breach list: ${code}`);
    this.name = 'BreachListError';
  }
}

/**
 * The list behind the range API. The password stays here, and so does all of its SHA-1 but five characters.
 * `Add-Padding` makes every answer about as long as the others, so that its size does not name the range; padding has count 0.
 */
export function createPwnedPasswords(settings: PwnedPasswordsSettings): BreachList {
  return {
    async includes(password) {
      const hash = await sha1(password);
      const range = await fetchRange(settings, hash.slice(0, PREFIX_CHARACTERS));
      return (range.get(hash.slice(PREFIX_CHARACTERS)) ?? 0) > 0;
    },
  };
}

/** @throws BreachListError */
async function fetchRange(settings: PwnedPasswordsSettings, prefix: string): Promise<ReadonlyMap<string, number>> {
  const { origin, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = settings;
  const headers = { 'Add-Padding': 'true', 'User-Agent': 'latchkey' };
  const answer = await fetchText(
    `${origin}/range/${prefix}`,
    { headers },
    { timeoutMilliseconds, maxBytes: MAX_BYTES },
  );
  if (answer.type === 'failed' || answer.status !== 200) throw new BreachListError('unavailable');
  return parseRange(answer.text);
}

/** Counts by the rest of the hash. One line that is no entry makes the whole answer worthless: it is some other page. */
function parseRange(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.trim().split(/\r?\n/)) {
    const [, suffix, count] = LINE.exec(line) ?? [];
    if (suffix === undefined) throw new BreachListError('unreadable');
    counts.set(suffix, Number(count));
  }
  return counts;
}

/** In upper-case hexadecimal. */
async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Passwords as scrypt hashes (RFC 7914) in the PHC string format: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** `ln` is the base-2 logarithm of scrypt's N. */
export interface ScryptCost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet: 32 MB, a quarter of what a Worker has; N = 2^17 would take all of it. */
const defaultCost: ScryptCost = { ln: 15, r: 8, p: 3 };

/** The most memory that a stored hash may ask for. */
const MEMORY_MAX_BYTES = 96 * 1024 * 1024;

const SALT_BYTES = 16;
const HASH_BYTES = 32;

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes a password with a salt of its own. */
export async function hashPassword(password: string, cost: ScryptCost = defaultCost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, cost);
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${toBase64(salt)}$${toBase64(hash)}`;
}

/** Whether a password is the one of a hash. False for a hash that cannot be read. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, ln, r, p, salt, hash] = PHC.exec(phc) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (memoryOf(cost) > MEMORY_MAX_BYTES) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), expected.length, cost), expected);
}

/**
 * The bytes that are hashed: NFC, and every space an ASCII space (RFC 8265 §4.2.2, OpaqueString), so that a password
 * opens the account from any keyboard. Letter case and spaces at the ends count.
 */
export function preparePassword(password: string): string {
  return password.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

function derive(password: string, salt: Buffer, bytes: number, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** cost.ln, r: cost.r, p: cost.p, maxmem: memoryOf(cost) };
  return new Promise((resolve, reject) => {
    scrypt(preparePassword(password), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** What scrypt takes, and some for its bookkeeping. */
function memoryOf({ ln, r, p }: ScryptCost): number {
  return 128 * r * (2 ** ln + p + 2);
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

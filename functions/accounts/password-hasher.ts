/** The Durable Object that hashes passwords: a request at the edge has 10 ms of CPU, an object has seconds. */
import { DurableObject } from 'cloudflare:workers';
import { hashPassword } from './scrypt-phc';

/** So many objects share the work. Each hashes one password at a time, so that their memory stays bounded. */
const HASHERS = 8;

export class PasswordHasher extends DurableObject {
  /** The password as a PHC string. */
  hash(password: string): Promise<string> {
    return this.ctx.blockConcurrencyWhile(() => hashPassword(password));
  }
}

/** Hashes a password for storage. @throws when the hasher cannot be reached. */
export type HashPassword = (password: string) => Promise<string>;

/** Any hasher will do: they keep nothing. */
export function createPasswordHasher(namespace: DurableObjectNamespace<PasswordHasher>): HashPassword {
  return async (password) => namespace.getByName(`hasher-${Math.floor(Math.random() * HASHERS)}`).hash(password);
}

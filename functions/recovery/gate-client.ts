/** The gate as the use-cases see it: one port in front of 64 shards. */
import type { Gate as GateObject } from './gate';
import type { Gate } from './gate-port';

/** One base64url character is six bits, so it names one of 64 shards. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The gate behind a Durable Object namespace. A key's first six bits name the shard that holds it: keys are keyed
 * hashes, so nobody outside can aim at a shard.
 */
export function createGateClient(namespace: DurableObjectNamespace<GateObject>): Gate {
  const shardOf = (key: string) => namespace.getByName(keyToShard(key));
  return {
    admit: async (key) => shardOf(key.identifier).admit(key),
    issueCode: async (key, codeHash) => shardOf(key.identifier).issueCode(key, codeHash),
    tryCode: async (key, codeHash) => shardOf(key.identifier).tryCode(key, codeHash),
    allowMail: async (key, askedAt) => shardOf(key.account).allowMail(key, askedAt),
    issue: async (key, expires) => shardOf(key.account).issue(key, expires),
    peek: async (key) => shardOf(key.account).peek(key),
    reserve: async (key, leaseSeconds) => shardOf(key.account).reserve(key, leaseSeconds),
    commit: async (key, lease) => shardOf(key.account).commit(key, lease),
    release: async (key, lease) => shardOf(key.account).release(key, lease),
    receive: async (message) => shardOf(message).receive(message),
    replaceAll: async (key) => shardOf(key.account).replaceAll(key),
  };
}

/** @example keyToShard('B4…') // 'shard-1' */
export function keyToShard(key: string): string {
  const index = ALPHABET.indexOf(key.charAt(0));
  if (key === '' || index < 0) throw new TypeError('a key of the gate is base64url');
  return `shard-${index}`;
}

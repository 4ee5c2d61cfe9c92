/** A Worker in the place of the site's bindings: writes down each call, then makes it. */
import { RpcTarget, WorkerEntrypoint } from 'cloudflare:workers';
import type { Gate } from '../../functions/recovery/gate';
import type { AdmittedKey, RequestKey } from '../../functions/recovery/gate-port';

interface Environment {
  readonly RECOVERY: KVNamespace;
  readonly BURST: RateLimit;
  readonly GATE: DurableObjectNamespace<Gate>;
}

const calls: string[] = [];

export default class PlatformSpy extends WorkerEntrypoint<Environment> {
  /** The calls since it was last asked, as JSON. */
  override async fetch(): Promise<Response> {
    return Response.json(calls.splice(0));
  }

  limit(options: RateLimitOptions) {
    calls.push('BURST.limit');
    return this.env.BURST.limit(options);
  }

  get(key: string) {
    calls.push('RECOVERY.get');
    return this.env.RECOVERY.get(key);
  }

  put(key: string, value: string, options: KVNamespacePutOptions) {
    calls.push('RECOVERY.put');
    return this.env.RECOVERY.put(key, value, options);
  }

  /** The job goes nowhere: what the consumer would call is not the request's. */
  send() {
    calls.push('RESETS.send');
  }

  getByName(name: string) {
    return new GateShard(this.env.GATE.getByName(name));
  }
}

class GateShard extends RpcTarget {
  readonly #gate: DurableObjectStub<Gate>;

  constructor(gate: DurableObjectStub<Gate>) {
    super();
    this.#gate = gate;
  }

  admit(key: RequestKey) {
    calls.push('GATE.admit');
    return this.#gate.admit(key);
  }

  tryCode(key: AdmittedKey, codeHash: string) {
    calls.push('GATE.tryCode');
    return this.#gate.tryCode(key, codeHash);
  }
}

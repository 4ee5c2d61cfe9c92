/** The gate as a Durable Object: one shard, its SQLite, its clock and its alarm. What it decides is in gate-logic. */
// biome-ignore lint/style/noRestrictedImports: the object's base class comes from the platform; nothing else here does.
import { DurableObject } from 'cloudflare:workers';
import { type ClockVars, createClock } from '../clock';
import { createGateLogic, type GateLogic, PURGE_SECONDS } from './gate-logic';
import type { AdmittedKey, FlowKey, RequestKey } from './gate-port';

export class Gate extends DurableObject<ClockVars> {
  readonly #logic: GateLogic;

  constructor(context: DurableObjectState, env: ClockVars) {
    super(context, env);
    const { storage } = context;
    this.#logic = createGateLogic(
      {
        exec: (query, ...bindings) => storage.sql.exec<never>(query, ...bindings).toArray(),
        transaction: (run) => storage.transactionSync(run),
      },
      createClock(env),
    );
  }

  async admit(key: RequestKey) {
    await this.#schedulePurge();
    return this.#logic.admit(key);
  }

  async allowMail(key: FlowKey, askedAt: number) {
    await this.#schedulePurge();
    return this.#logic.allowMail(key, askedAt);
  }

  issue(key: FlowKey, expires: number) {
    return this.#logic.issue(key, expires);
  }

  peek(key: FlowKey) {
    return this.#logic.peek(key);
  }

  reserve(key: FlowKey, leaseSeconds: number) {
    return this.#logic.reserve(key, leaseSeconds);
  }

  commit(key: FlowKey, lease: string) {
    return this.#logic.commit(key, lease);
  }

  release(key: FlowKey, lease: string) {
    this.#logic.release(key, lease);
  }

  async replaceAll(key: FlowKey) {
    await this.#schedulePurge();
    return this.#logic.replaceAll(key);
  }

  issueCode(key: AdmittedKey, codeHash: string) {
    return this.#logic.issueCode(key, codeHash);
  }

  tryCode(key: AdmittedKey, codeHash: string) {
    return this.#logic.tryCode(key, codeHash);
  }

  async receive(message: string) {
    await this.#schedulePurge();
    return this.#logic.receive(message);
  }

  override async alarm() {
    const seconds = this.#logic.purge();
    if (seconds !== undefined) await this.#schedulePurge(seconds);
  }

  /** Only steps that add rows need it; an alarm that comes early enough stays where it is. */
  async #schedulePurge(seconds = PURGE_SECONDS): Promise<void> {
    const at = Date.now() + seconds * 1000;
    const alarm = await this.ctx.storage.getAlarm();
    if (alarm === null || alarm > at) await this.ctx.storage.setAlarm(at);
  }
}

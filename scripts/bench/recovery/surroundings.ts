/** What stands around the built Worker while it is measured: the platform's queue, and a bare Worker to compare it with. */
import { resolve } from 'node:path';
import type { Surroundings } from '../../local/throwaway-site';
import { wrapBuiltWorker } from '../../local/wrapped-worker';
import { BARE_PATH } from './bare-paths';
import type { Deliver, Retries } from './platform-queue';

const DELIVERY_PATH = '/platform-queue/';

const compatibility_date = '2026-10-01';

/**
 * The built Worker with a door to its consumer, its queue binding leading to the platform's queue.
 *
 * @param queueUrl Takes each job as a POST.
 */
export function surround(queueUrl: string): Surroundings {
  const platformQueue = {
    name: 'platform-queue',
    main: 'scripts/bench/recovery/platform-queue-worker.ts',
    compatibility_date,
    routes: [`localhost${DELIVERY_PATH}`],
    vars: { QUEUE_URL: queueUrl },
    services: [{ binding: 'CONSUMER', service: 'latchkey', entrypoint: 'Consumer' }],
  };
  const bare = {
    name: 'bare',
    main: 'scripts/bench/recovery/bare-worker.ts',
    compatibility_date,
    routes: [`localhost${BARE_PATH}*`],
    // As with the site, the platform first looks whether a file answers.
    assets: { directory: resolve('dist/client') },
    kv_namespaces: [{ binding: 'STORE', id: 'bare' }],
    d1_databases: [{ binding: 'DATABASE', database_name: 'bare', database_id: 'bare' }],
    durable_objects: { bindings: [{ name: 'COUNTER', class_name: 'Counter' }] },
    migrations: [{ tag: 'v1', new_sqlite_classes: ['Counter'] }],
    ratelimits: [{ name: 'LIMIT', namespace_id: '1002', simple: { limit: 30, period: 60 as const } }],
    services: [{ binding: 'QUEUE', service: platformQueue.name }],
  };
  return {
    config: wrapBuiltWorker('scripts/bench/recovery/consumer-entry.mjs', '.cache/bench-recovery'),
    workers: [{ config: platformQueue }, { config: bare }],
    bindings: { RESETS: platformQueue.name },
  };
}

/** Delivers to the site at this origin. */
export function deliveryTo(origin: string): Deliver {
  return async (messages) => {
    const response = await fetch(`${origin}${DELIVERY_PATH}`, { method: 'POST', body: JSON.stringify(messages) });
    if (!response.ok) throw new Error(`the consumer's door answered ${response.status}`);
    return (await response.json()) as Retries;
  };
}

/** Where a local Worker keeps KV, D1, Queues and Durable Objects: Wrangler's own place, so that `astro dev` sees the same. */
export const STATE_FOLDER = '.wrangler/state/v3';

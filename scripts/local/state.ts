/** Where a local Worker keeps KV, D1, Queues and Durable Objects: Wrangler's own place, so that `astro dev` sees the same. */
export const STATE_FOLDER = '.wrangler/state';

/** The same place for those of Wrangler's functions that do not add the format's version by themselves. */
export const VERSIONED_STATE_FOLDER = `${STATE_FOLDER}/v3`;

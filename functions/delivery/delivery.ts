/** What became of a job. `retry`: deliver the same job again after so many seconds. */
export type Delivery = { readonly type: 'done' } | { readonly type: 'retry'; readonly afterSeconds: number };

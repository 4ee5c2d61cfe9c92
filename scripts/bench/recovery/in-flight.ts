/** Runs a task for each item, so many at a time, and keeps their order. */
export async function inFlight<Item, Result>(
  items: readonly Item[],
  atATime: number,
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await run(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
  return results;
}

/** @example range(3) // [0, 1, 2] */
export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

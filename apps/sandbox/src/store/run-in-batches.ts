const batchSize = 200;

/** Runs a statement for each item, a batch at a time: PostgreSQL then needs one round trip for a batch. */
export async function runInBatches<Item>(
  items: readonly Item[],
  run: (item: Item, index: number) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    await Promise.all(items.slice(start, start + batchSize).map((item, index) => run(item, start + index)));
  }
}

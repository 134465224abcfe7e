/**
 * Keeps each result for a time. Calls with the same key share one request while it is
 * under way.
 *
 * @param milliseconds how old a result can be
 * @param size how many results are kept; the oldest is dropped first
 */
export function createCache<Value>(
  load: (key: string) => Promise<Value>,
  { milliseconds = 30_000, size = 1000 } = {},
): (key: string) => Promise<Value> {
  const entries = new Map<
    string,
    { readonly value: Promise<Value>; readonly expires: number }
  >();
  return (key) => {
    const cached = entries.get(key);
    if (cached && Date.now() < cached.expires) return cached.value;
    const entry = { value: load(key), expires: Date.now() + milliseconds };
    entries.delete(key);
    entries.set(key, entry);
    const [oldest] = entries.keys();
    if (entries.size > size && oldest !== undefined) entries.delete(oldest);
    // An error is not kept, so the next command tries again.
    entry.value.catch(() => entries.get(key) === entry && entries.delete(key));
    return entry.value;
  };
}

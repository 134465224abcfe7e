/**
 * Limits how many calls start in a minute, and how many run at once. Further calls wait
 * in the order of their arrival.
 */
export function createLimiter({
  perMinute,
  concurrent,
}: {
  perMinute: number;
  concurrent: number;
}) {
  let running = 0;
  let next = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running >= concurrent)
      await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    // Calls are spread over the minute, instead of all at its start.
    const start = Math.max(next, Date.now());
    next = start + 60_000 / perMinute;
    await new Promise((resolve) => setTimeout(resolve, start - Date.now()));
  }

  return async <Value>(call: () => Promise<Value>): Promise<Value> => {
    await enter();
    try {
      return await call();
    } finally {
      const start = waiting.shift();
      if (start) start();
      else running -= 1;
    }
  };
}
